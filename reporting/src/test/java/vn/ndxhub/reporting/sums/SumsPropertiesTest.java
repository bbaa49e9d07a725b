package vn.ndxhub.reporting.sums;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.PartitionContribution;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.reporting.figures.Figure;
import vn.ndxhub.reporting.figures.Figures;
import vn.ndxhub.reporting.store.PostgresFigureStore;

/** PostgreSQL's figures are the plain sum of the same contributions, however they came. */
class SumsPropertiesTest {

    private static final int COMMITS = 150;

    private static EmbeddedPostgres server;
    private static SingleConnectionDataSource database;
    private static JdbcClient client;
    private static PostgresFigureStore store;
    private static int worlds;

    @BeforeContainer
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        database = new SingleConnectionDataSource(server.getPostgresDatabase().getConnection(), true);
        database.setAutoCommit(true);
        client = JdbcClient.create(database);
        store = new PostgresFigureStore(database);
    }

    @AfterContainer
    static void stop() throws IOException {
        database.destroy();
        server.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void addsUpWhatAPlainSumAddsUp(@ForAll long seed) {
        World world = new World(new Random(seed));
        for (int round = 0; round < 5; round++) {
            world.count(COMMITS / 5);
            world.deliver();
            world.check();
        }
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void addsUpTheSameInAnyOrderWhileNothingIsSealed(@ForAll long seed) {
        World world = new World(new Random(seed));
        world.count(COMMITS);
        world.commits.removeIf(commit -> !commit.seals().isEmpty());
        Collections.shuffle(world.commits, world.random);
        world.deliver();
        world.check();
    }

    /** One source, its counting, its readers, and what should come of it. */
    private static final class World {

        private final Random random;
        private final SourceLog log;
        private final InventedCounting counting;
        private final List<InventedCounting.Commit> commits = new ArrayList<>();
        private final PlainSum sum;
        private final Map<String, MonthlyCounter> topic = new HashMap<>();
        private int read;
        private int zombie;

        World(Random random) {
            this.random = random;
            String name = "w" + ++worlds;
            this.log = new SourceLog(new SourceId(name), 1, 1 + random.nextInt(3));
            this.counting = new InventedCounting(random, log.partitions(), name);
            this.sum = new PlainSum(log.partitions());
        }

        void count(int more) {
            for (int i = 0; i < more; i++) {
                commits.add(counting.next());
            }
        }

        /** In batches of any size, some of them by a reader that has lost its place. */
        void deliver() {
            while (read < commits.size()) {
                if (random.nextInt(4) == 0) {
                    zombie = Math.max(zombie, deliver(Math.min(zombie, read)));
                    zombie = Math.max(0, zombie - random.nextInt(10));
                } else {
                    read = deliver(read);
                }
                if (random.nextInt(3) == 0) {
                    relay(1 + random.nextInt(20));
                }
            }
            relay(Integer.MAX_VALUE);
        }

        private int deliver(int from) {
            int next = Math.min(commits.size(), from + 1 + random.nextInt(25));
            List<PartitionContribution> contributions = new ArrayList<>();
            List<SealAcknowledgement> seals = new ArrayList<>();
            Map<Integer, Long> counted = new HashMap<>();
            for (InventedCounting.Commit commit : commits.subList(from, next)) {
                contributions.addAll(commit.contributions());
                seals.addAll(commit.seals());
                counted.merge(commit.partition(), commit.position(), Math::max);
                commit.contributions().forEach(each -> sum.add(each.logPartition(), each.contribution()));
                commit.seals().forEach(sum::add);
            }
            store.add(log, new ContributionBatch(from, next, contributions, seals, counted));
            return next;
        }

        private void relay(int most) {
            List<MonthlyCounter> unsent = store.unsent(log, most);
            for (MonthlyCounter counter : unsent) {
                String key = counter.indicator() + "|" + counter.month() + "|" + counter.dimensions();
                MonthlyCounter before = topic.put(key, counter);
                if (before != null) {
                    assertThat(counter.version()).isGreaterThan(before.version());
                }
            }
            store.sent(log, unsent);
        }

        void check() {
            for (IndicatorId indicator : List.of(counting.calls, counting.stock, counting.parties)) {
                for (Dimensions dimensions : sum.series(indicator)) {
                    checkMonths(indicator, dimensions);
                    checkAsOfSeals(indicator, dimensions);
                }
            }
            for (int i = 0; i < 20; i++) {
                checkFigures();
            }
            assertThat(store.unsent(log, 1)).isEmpty();
        }

        private void checkMonths(IndicatorId indicator, Dimensions dimensions) {
            boolean wasThere = false;
            for (int i = 0; i < InventedCounting.MONTHS + 1; i++) {
                YearMonth month = InventedCounting.FIRST.plusMonths(i);
                String key = indicator + "|" + month + "|" + dimensions;
                MonthlyCounter counter = topic.get(key);
                boolean ownEvents = sum.monthsOf(indicator, dimensions).contains(month);
                Integer first = sum.firstSeal(month);
                boolean carried = wasThere && first != null && !indicator.equals(counting.calls);
                wasThere |= ownEvents;
                if (ownEvents || carried) {
                    assertThat(counter).as(key).isNotNull();
                }
                if (counter != null) {
                    checkCounter(key, counter, first);
                }
            }
        }

        private void checkCounter(String key, MonthlyCounter counter, Integer first) {
            IndicatorId indicator = counter.indicator();
            Dimensions dimensions = counter.dimensions();
            YearMonth month = counter.month();
            BigInteger restated = sum.month(indicator, dimensions, month, PlainSum.ALL);
            assertThat(counter.value()).as(key).isEqualTo(restated);
            assertThat(counter.firstPublished())
                    .as(key + " first")
                    .isEqualTo(first == null ? restated : sum.month(indicator, dimensions, month, first - 1));
            assertThat(counter.count()).as(key).isEqualTo(sum.count(indicator, dimensions, month));
            assertThat(counter.digest().value()).as(key).isEqualTo(sum.digest(indicator, dimensions, month));
            if (first == null) {
                assertThat(counter.status()).isEqualTo(MonthlyCounter.Status.PROVISIONAL);
            } else if (counter.status() == MonthlyCounter.Status.NORMAL) {
                assertThat(counter.value()).as(key).isEqualTo(counter.firstPublished());
            } else {
                assertThat(counter.status()).isEqualTo(MonthlyCounter.Status.REVISED);
                assertThat(sum.isReached(indicator, dimensions, month, first))
                        .as(key)
                        .isTrue();
            }
        }

        private void checkAsOfSeals(IndicatorId indicator, Dimensions dimensions) {
            List<Integer> numbers = new ArrayList<>(sum.sealNumbers());
            for (int i = 0; i < 3 && !numbers.isEmpty(); i++) {
                int number = numbers.get(random.nextInt(numbers.size()));
                YearMonth month = InventedCounting.FIRST.plusMonths(random.nextInt(InventedCounting.MONTHS));
                List<BigInteger> found = client.sql(
                                "SELECT figure_as_of(s.id, s.measure, :first, :last, :asOf) FROM series s"
                                        + " WHERE s.indicator = :indicator AND s.dimensions = :dimensions AND s.measure <> 'MEMBER'")
                        .param("first", month.atDay(1))
                        .param("last", month.atEndOfMonth())
                        .param("asOf", number - 1)
                        .param("indicator", indicator.value())
                        .param("dimensions", dimensions.toString())
                        .query((row, n) -> row.getBigDecimal(1).toBigIntegerExact())
                        .list();
                assertThat(found).containsExactly(sum.month(indicator, dimensions, month, number - 1));
            }
        }

        private void checkFigures() {
            LocalDate from = InventedCounting.FIRST.atDay(1).plusDays(random.nextInt(150) - 10);
            LocalDate to = from.plusDays(random.nextInt(100));
            String text = random.nextBoolean() ? "" : "area=0" + random.nextInt(3);
            Dimensions filter = Dimensions.parse(text);
            Predicate<Dimensions> plain = d -> d.toString().startsWith(text);
            Figures figures = new Figures(client);
            Figure flow = figures.flow(counting.calls, filter, from, to);
            assertThat(flow.value().toBigIntegerExact())
                    .isEqualTo(sum.flow(counting.calls, plain, from, to.minusDays(1), PlainSum.ALL));
            assertThat(flow.events().longValueExact())
                    .isEqualTo(sum.events(counting.calls, plain, from, to.minusDays(1)));
            Figure level = figures.level(counting.stock, filter, to);
            assertThat(level.value().toBigIntegerExact()).isEqualTo(sum.stock(counting.stock, plain, to, PlainSum.ALL));
            assertThat(level.events().longValueExact()).isEqualTo(sum.events(counting.stock, plain, LocalDate.MIN, to));
            Figure members = figures.membership(counting.parties, filter, to);
            assertThat(members.value().toBigIntegerExact())
                    .isEqualTo(sum.stock(counting.parties, plain, to, PlainSum.ALL));
            assertThat(members.events().longValueExact())
                    .isEqualTo(sum.events(counting.parties, plain, LocalDate.MIN, to));
        }
    }
}
