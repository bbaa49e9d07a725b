package vn.ndxhub.app.api;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;

/** Whatever fails behind the API, as problem details; never what a database or a broker said itself. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail databaseAway() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The figures cannot be read now: the database does not answer");
    }

    @ExceptionHandler({KafkaException.class, RegistryUnavailableException.class})
    ProblemDetail brokerAway() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "This cannot be done now: broker or registry does not answer");
    }

    @ExceptionHandler(Exception.class)
    ProblemDetail unforeseen(Exception failure) {
        LOG.error("The API fails with {}", failure.getClass().getSimpleName(), failure);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "The hub failed to answer; its log says why");
    }
}
