package vn.ndxhub.routes.counting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StateChange;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.contributions.ContributionKey;

/** The changelog form of the counting state: a text key, a letter for the kind first, and a few numbers as value. */
final class StateChangeCodec {

    private static final String SEPARATOR = "/";

    private StateChangeCodec() {}

    static byte[] key(StateChange change) {
        String text = switch (change) {
            case StateChange.CellChanged(Contribution contribution) ->
                "cell/" + ContributionKey.text(contribution.cell());
            case StateChange.MarkMoved(Origin last) -> "mark/" + last.source() + SEPARATOR + last.partition();
            case StateChange.ParkedItemRead(Origin origin, boolean release) ->
                "read/"
                        + String.join(
                                SEPARATOR,
                                origin.source().value(),
                                Integer.toString(origin.partition()),
                                Long.toString(origin.offset()),
                                Integer.toString(origin.index()),
                                Boolean.toString(release));
            case StateChange.MonthSealed(SourceId source, YearMonth month, int number) ->
                "seal/" + source + SEPARATOR + month;
            case StateChange.PositionMoved moved -> "position";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] value(StateChange change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (change) {
                case StateChange.CellChanged(Contribution contribution) -> write(contribution, out);
                case StateChange.MarkMoved(Origin last) -> {
                    out.writeLong(last.offset());
                    out.writeInt(last.index());
                }
                case StateChange.ParkedItemRead read -> out.writeBoolean(read.release());
                case StateChange.MonthSealed sealed -> out.writeInt(sealed.number());
                case StateChange.PositionMoved(long next) -> out.writeLong(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static StateChange read(byte[] key, byte[] value) {
        String text = new String(key, StandardCharsets.UTF_8);
        String kind = text.contains(SEPARATOR) ? text.substring(0, text.indexOf(SEPARATOR)) : text;
        String rest = text.substring(Math.min(text.length(), kind.length() + 1));
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
            return switch (kind) {
                case "cell" -> new StateChange.CellChanged(contribution(ContributionKey.cell(rest), in));
                case "mark" -> mark(rest.split(SEPARATOR), in);
                case "read" -> read(rest.split(SEPARATOR));
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
        out.writeLong(contribution.value());
        out.writeLong(contribution.count());
        out.writeLong(contribution.digest());
        out.writeLong(contribution.position());
        out.writeInt(contribution.stated().size());
        for (StatedValue stated : contribution.stated()) {
            out.writeLong(stated.ordering());
            out.writeLong(stated.identity());
            out.writeLong(stated.value());
        }
    }

    private static Contribution contribution(Cell cell, DataInputStream in) throws IOException {
        long value = in.readLong();
        long count = in.readLong();
        long digest = in.readLong();
        long position = in.readLong();
        List<StatedValue> stated = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            stated.add(new StatedValue(in.readLong(), in.readLong(), in.readLong()));
        }
        return new Contribution(cell, value, count, digest, stated, position);
    }

    private static StateChange mark(String[] key, DataInputStream in) throws IOException {
        return new StateChange.MarkMoved(
                new Origin(new SourceId(key[0]), Integer.parseInt(key[1]), in.readLong(), in.readInt()));
    }

    private static StateChange read(String[] key) {
        Origin origin = new Origin(
                new SourceId(key[0]), Integer.parseInt(key[1]), Long.parseLong(key[2]), Integer.parseInt(key[3]));
        return new StateChange.ParkedItemRead(origin, Boolean.parseBoolean(key[4]));
    }

    private static StateChange sealed(String[] key, DataInputStream in) throws IOException {
        return new StateChange.MonthSealed(new SourceId(key[0]), YearMonth.parse(key[1]), in.readInt());
    }
}
