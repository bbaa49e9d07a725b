package vn.ndxhub.app.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ndxhub.app.running.HubStatus;

/** How the hub is doing. */
@RestController
final class StatusController {

    private final HubStatus status;

    StatusController(HubStatus status) {
        this.status = status;
    }

    @GetMapping("/api/v1/status")
    HubStatus.Answer status() {
        return status.answer();
    }
}
