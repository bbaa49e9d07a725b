package vn.ndxhub.core.counting;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** The keys of the counting state: a letter for the kind of entry first, then what tells its entries apart. */
final class StateKeys {

    static final byte[] POSITION = {'O'};
    static final byte[] RECEIPTS = {'R'};
    static final byte[] TALLIES = {'T'};
    static final byte[] SEALS = {'Q'};
    static final byte[] UNMATCHED = {'U'};

    private StateKeys() {}

    /** The vintage first: all of a closed one lie side by side. */
    static byte[] tally(SourceId source, Cell cell) {
        return cell(vintage(source).ascending(cell.vintage()), cell).done();
    }

    /** What the tallies of the source's vintage begin with. */
    static byte[] tallies(SourceId source, int vintage) {
        return vintage(source).ascending(vintage).done();
    }

    private static ByteWriter vintage(SourceId source) {
        return new ByteWriter().octet('T').text(source.value());
    }

    static Cell tally(byte[] key) {
        ByteReader reader = new ByteReader(key);
        reader.octet();
        reader.text();
        return cell(reader, reader.ascendingInt());
    }

    /** A cell that no seal closes. */
    static byte[] receipt(Cell cell) {
        return cell(new ByteWriter().octet('R'), cell).done();
    }

    static Cell receipt(byte[] key) {
        ByteReader reader = new ByteReader(key);
        reader.octet();
        return cell(reader, 0);
    }

    /** What the statements of the level begin with; in whatever vintage. */
    static byte[] statements(Cell level) {
        return cell(new ByteWriter().octet('S'), level).done();
    }

    static byte[] statement(Cell level, StatedValue statement) {
        return cell(new ByteWriter().octet('S'), level)
                .ascending(statement.ordering())
                .ascending(statement.identity())
                .done();
    }

    static byte[] mark(Origin origin) {
        return feedPartition('M', origin).done();
    }

    static byte[] reading(Origin origin, boolean release) {
        return feedPartition('P', origin)
                .ascending(origin.offset())
                .ascending(origin.index())
                .octet(release ? 1 : 0)
                .done();
    }

    static byte[] seal(SourceId source, int number) {
        return new ByteWriter()
                .octet('Q')
                .text(source.value())
                .ascending(number)
                .done();
    }

    static byte[] month(SourceId source, YearMonth month) {
        return new ByteWriter()
                .octet('D')
                .text(source.value())
                .ascending(month.getYear())
                .octet(month.getMonthValue())
                .done();
    }

    static byte[] unmatched(Identity identity) {
        return new ByteWriter()
                .octet('U')
                .ascending(identity.high())
                .ascending(identity.low())
                .done();
    }

    private static ByteWriter feedPartition(char kind, Origin origin) {
        return new ByteWriter()
                .octet(kind)
                .ascending(origin.topic().id().high())
                .ascending(origin.topic().id().low())
                .ascending(origin.partition());
    }

    private static ByteWriter cell(ByteWriter writer, Cell cell) {
        return writer.text(cell.indicator().value())
                .octet(letter(cell.kind()))
                .ascending((int) cell.day().toEpochDay())
                .text(cell.dimensions().toString());
    }

    private static Cell cell(ByteReader reader, int vintage) {
        return new Cell(
                new IndicatorId(reader.text()),
                kind(reader.octet()),
                LocalDate.ofEpochDay(reader.ascendingInt()),
                Dimensions.parse(reader.text()),
                vintage);
    }

    private static char letter(ObservationKind kind) {
        return switch (kind) {
            case FLOW -> 'f';
            case MOVEMENT -> 'm';
            case SNAPSHOT -> 's';
            case MEMBER -> 'j';
        };
    }

    private static ObservationKind kind(int letter) {
        return switch (letter) {
            case 'f' -> ObservationKind.FLOW;
            case 'm' -> ObservationKind.MOVEMENT;
            case 's' -> ObservationKind.SNAPSHOT;
            case 'j' -> ObservationKind.MEMBER;
            default -> throw new IllegalStateException("The counting state holds a cell of unknown kind");
        };
    }
}
