package vn.ndxhub.connectors.scenario;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** One case of a scenario file: a record of a feed, and what its items must become. */
record Scenario(String source, String file, String it, JsonNode given, JsonNode when, List<JsonNode> then) {

    @Override
    public String toString() {
        return source + ": " + it;
    }
}
