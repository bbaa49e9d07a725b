package vn.ndxhub.routes.counting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StateChange;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.counting.TakenSeal;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.routes.contributions.ContributionKey;

/** The changelog form of the counting state: a text key, a letter for the kind first, and a few numbers as value. */
final class StateChangeCodec {

    private static final String SEPARATOR = "/";

    private StateChangeCodec() {}

    static byte[] key(StateChange change) {
        String text = switch (change) {
            case StateChange.CellChanged(Contribution contribution) ->
                "cell/" + ContributionKey.text(contribution.cell());
            case StateChange.MarkMoved(Origin last) -> "mark/" + topic(last) + SEPARATOR + last.partition();
            case StateChange.ParkedItemRead(Origin origin, boolean release) ->
                "read/"
                        + String.join(
                                SEPARATOR,
                                topic(origin),
                                Integer.toString(origin.partition()),
                                Long.toString(origin.offset()),
                                Integer.toString(origin.index()),
                                Boolean.toString(release));
            case StateChange.Stated(Cell level, StatedValue statement) -> statement(level, statement);
            case StateChange.Withdrawn(Cell level, StatedValue statement) -> statement(level, statement);
            case StateChange.SealTaken(TakenSeal seal) ->
                "seal/"
                        + String.join(
                                SEPARATOR, seal.source().value(), seal.month().toString(), "" + seal.number());
            case StateChange.PositionMoved moved -> "position";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String statement(Cell level, StatedValue statement) {
        return "stated/" + statement.ordering() + SEPARATOR + statement.identity() + SEPARATOR
                + ContributionKey.text(level);
    }

    /** Null where the key is taken out. */
    static byte @Nullable [] value(StateChange change) {
        if (change instanceof StateChange.Withdrawn) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (change) {
                case StateChange.CellChanged(Contribution contribution) -> write(contribution, out);
                case StateChange.MarkMoved(Origin last) -> {
                    out.writeLong(last.offset());
                    out.writeInt(last.index());
                }
                case StateChange.ParkedItemRead read -> out.writeBoolean(read.release());
                case StateChange.Stated stated ->
                    out.writeLong(stated.statement().value());
                case StateChange.Withdrawn withdrawn -> throw new IllegalStateException("It has no value");
                case StateChange.SealTaken(TakenSeal seal) -> {
                    out.writeLong(seal.offset());
                    out.writeLong(seal.count());
                    out.writeLong(seal.digest());
                }
                case StateChange.PositionMoved(long next) -> out.writeLong(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param value null where the key was taken out */
    static StateChange read(byte[] key, byte @Nullable [] value) {
        String text = new String(key, StandardCharsets.UTF_8);
        String kind = text.contains(SEPARATOR) ? text.substring(0, text.indexOf(SEPARATOR)) : text;
        String rest = text.substring(Math.min(text.length(), kind.length() + 1));
        if (value == null) {
            String[] statement = rest.split(SEPARATOR, 3);
            return new StateChange.Withdrawn(ContributionKey.cell(statement[2]), stated(statement, 0));
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
            return switch (kind) {
                case "cell" -> new StateChange.CellChanged(contribution(ContributionKey.cell(rest), in));
                case "mark" -> mark(rest.split(SEPARATOR), in);
                case "read" -> read(rest.split(SEPARATOR));
                case "stated" -> stated(rest.split(SEPARATOR, 3), in);
                case "seal" -> sealed(rest.split(SEPARATOR), in);
                case "position" -> new StateChange.PositionMoved(in.readLong());
                default ->
                    throw new IllegalArgumentException(
                            "The changelog of the counting state holds an entry of unknown kind; was it written by a newer build?");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Contribution contribution, DataOutputStream out) throws IOException {
        byte[] value = contribution.value().toByteArray();
        out.writeInt(value.length);
        out.write(value);
        out.writeLong(contribution.count());
        out.writeLong(contribution.digest());
        out.writeLong(contribution.position());
        StatedValue stated = contribution.stated();
        out.writeBoolean(stated != null);
        if (stated != null) {
            out.writeLong(stated.ordering());
            out.writeLong(stated.identity());
            out.writeLong(stated.value());
        }
    }

    private static Contribution contribution(Cell cell, DataInputStream in) throws IOException {
        BigInteger value = new BigInteger(in.readNBytes(in.readInt()));
        long count = in.readLong();
        long digest = in.readLong();
        long position = in.readLong();
        StatedValue stated = in.readBoolean() ? new StatedValue(in.readLong(), in.readLong(), in.readLong()) : null;
        return new Contribution(cell, value, count, digest, stated, position);
    }

    private static StateChange stated(String[] key, DataInputStream in) throws IOException {
        return new StateChange.Stated(ContributionKey.cell(key[2]), stated(key, in.readLong()));
    }

    private static StatedValue stated(String[] key, long value) {
        return new StatedValue(Long.parseLong(key[0]), Long.parseLong(key[1]), value);
    }

    private static StateChange mark(String[] key, DataInputStream in) throws IOException {
        return new StateChange.MarkMoved(new Origin(topic(key), Integer.parseInt(key[2]), in.readLong(), in.readInt()));
    }

    private static StateChange read(String[] key) {
        Origin origin =
                new Origin(topic(key), Integer.parseInt(key[2]), Long.parseLong(key[3]), Integer.parseInt(key[4]));
        return new StateChange.ParkedItemRead(origin, Boolean.parseBoolean(key[5]));
    }

    private static String topic(Origin origin) {
        return origin.source() + SEPARATOR + origin.topic().id();
    }

    private static FeedTopic topic(String[] key) {
        return new FeedTopic(new SourceId(key[0]), TopicId.parse(key[1]));
    }

    private static StateChange sealed(String[] key, DataInputStream in) throws IOException {
        return new StateChange.SealTaken(new TakenSeal(
                new SourceId(key[0]),
                YearMonth.parse(key[1]),
                Integer.parseInt(key[2]),
                in.readLong(),
                in.readLong(),
                in.readLong()));
    }
}
