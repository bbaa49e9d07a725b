package vn.ndxhub.app.api;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.ndxhub.reporting.report.NoSuchReport;
import vn.ndxhub.reporting.report.Report;
import vn.ndxhub.reporting.report.ReportWriter;
import vn.ndxhub.reporting.report.Windows;

/** The monthly report, as a table, as JSON or as CSV. */
@RestController
final class ReportController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final LastReports reports;
    private final Clock clock;

    ReportController(LastReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/api/v1/report/{month}")
    ResponseEntity<String> report(
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "calendar") String windows,
            @RequestParam(defaultValue = "json") String format) {
        ReportWriter writer = choice(ReportWriter.class, format, "format is table, json or csv");
        Windows chosen = choice(Windows.class, windows.replace('-', '_'), "windows is calendar or as-printed");
        try {
            LastReports.Read read = reports.read(month, chosen);
            ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(type(writer));
            if (read.isOld()) {
                answer.header("Age", age(read.report()));
            }
            return answer.body(writer.write(read.report()));
        } catch (NoSuchReport e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }

    private String age(Report report) {
        long seconds =
                Duration.between(report.snapshot().readAt(), clock.instant()).toSeconds();
        return Long.toString(Math.max(0, seconds));
    }

    private static MediaType type(ReportWriter writer) {
        return switch (writer) {
            case JSON -> MediaType.APPLICATION_JSON;
            case CSV -> CSV;
            case TABLE -> TEXT;
        };
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, String text, String allowed) {
        try {
            return Enum.valueOf(choices, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, allowed, e);
        }
    }
}
