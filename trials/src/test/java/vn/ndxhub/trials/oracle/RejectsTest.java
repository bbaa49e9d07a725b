package vn.ndxhub.trials.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;

/** O8: a reject that is lost, twice there, under another reason or origin, or with other bytes turns it red. */
class RejectsTest {

    private static final String SOURCE = "insurance";
    private static final String FEED = "feed." + SOURCE;

    @TempDir
    private Path folder;

    private final Map<Place, byte[]> feed = new HashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private Answer truth = new Answer();
    private long begin;

    /** The feed holds what was sent, the rejects what of it must be refused. */
    @BeforeEach
    void send() throws IOException {
        List<PlannedItem> items = Scenario.of(3, new Scale(0.01)).plan().get(SOURCE);
        truth = Written.to(folder, Map.of(SOURCE, items));
        for (PlannedItem item : items) {
            Place place = new Place(FEED, 0, feed.size());
            feed.put(place, Written.bytes(item.id()));
            if (item.expectation() == Expectation.REJECTED || item.expectation() == Expectation.CONFLICT) {
                rejects.add(new Reject(SOURCE, item.fault().reason(), place, 0, Written.bytes(item.id())));
            }
        }
    }

    private List<String> findings() {
        Rejects all = new Rejects(
                feed::get, place -> place.offset() < begin, bytes -> new String(bytes, StandardCharsets.UTF_8));
        rejects.forEach(all::add);
        return Judgement.refusals(truth, all.kept());
    }

    @Test
    void findsNothingWhereAllIsRight() {
        assertThat(rejects).hasSizeGreaterThan(10);
        assertThat(findings()).isEmpty();
    }

    @Test
    void dropsARepeatedOrigin() {
        rejects.add(rejects.getFirst());

        assertThat(findings()).isEmpty();
    }

    @Test
    void findsALostReject() {
        rejects.removeFirst();

        assertThat(findings()).hasSize(1);
    }

    @Test
    void findsARejectOfAnotherOriginThatShouldNotBeThere() {
        Reject first = rejects.getFirst();
        Place elsewhere = new Place(FEED, 1, 0);
        feed.put(elsewhere, first.bytes());
        rejects.add(new Reject(SOURCE, first.reason(), elsewhere, 0, first.bytes()));

        assertThat(findings()).hasSize(1);
    }

    @Test
    void cannotLookUpWhatHasBeenDeletedFromItsFeed() {
        Place first = rejects.getFirst().place();
        feed.remove(first);
        assertThat(findings()).hasSize(2);

        begin = first.offset() + 1;
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsAnotherReason() {
        Reject first = rejects.removeFirst();
        rejects.add(new Reject(SOURCE, "because", first.place(), 0, first.bytes()));

        assertThat(findings()).hasSize(2);
    }

    @Test
    void findsAnotherByte() {
        Reject first = rejects.removeFirst();
        rejects.add(new Reject(SOURCE, first.reason(), first.place(), 0, Written.bytes("something else")));

        assertThat(findings()).hasSize(2);
    }

    @Test
    void findsTwoRejectsWithTheirOriginsExchanged() {
        Reject one = rejects.removeFirst();
        Reject two = rejects.removeFirst();
        rejects.add(new Reject(SOURCE, one.reason(), two.place(), 0, one.bytes()));
        rejects.add(new Reject(SOURCE, two.reason(), one.place(), 0, two.bytes()));

        assertThat(findings()).hasSize(4);
    }

    @Test
    void findsAConflictOfAnotherEvent() {
        Reject conflict = rejects.stream()
                .filter(each -> each.reason().equals("conflict"))
                .findFirst()
                .orElseThrow();
        rejects.remove(conflict);
        rejects.add(new Reject(SOURCE, "conflict", conflict.place(), 0, Written.bytes("another event")));

        assertThat(findings()).hasSize(2);
    }

    @Test
    void looksAnItemUpInItsList() {
        byte[] list = Written.bytes("{\"maLo\":\"L-1\",\"giaoDich\":[{\"ma\":\"a\"},{\"ma\":\"b\"}]}");

        assertThat(FeedItem.is(list, 1, Written.bytes("{\"ma\":\"b\"}"))).isTrue();
        assertThat(FeedItem.is(list, 0, Written.bytes("{\"ma\":\"b\"}"))).isFalse();
        assertThat(FeedItem.is(list, -1, Written.bytes("{\"ma\":\"b\"}"))).isFalse();
    }
}
