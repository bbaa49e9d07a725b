package vn.ndxhub.app.api;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What fails behind the API, as problem details; never what a database or a broker said itself. */
@RestControllerAdvice
final class Problems {

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail databaseAway() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The figures cannot be read now: the database does not answer");
    }
}
