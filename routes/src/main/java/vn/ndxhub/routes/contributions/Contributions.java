package vn.ndxhub.routes.contributions;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.counting.TakenSeal;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.schemas.contract.SealAcknowledgement;

/** Between contributions and acknowledgements of the core and their contracts on the wire. */
public final class Contributions {

    private Contributions() {}

    public static vn.ndxhub.schemas.contract.Contribution toContract(
            Contribution contribution, int logPartition, int logEpoch) {
        Cell cell = contribution.cell();
        vn.ndxhub.schemas.contract.Contribution wire = new vn.ndxhub.schemas.contract.Contribution();
        wire.setIndicator(cell.indicator().value());
        wire.setKind(
                vn.ndxhub.schemas.contract.ObservationKind.valueOf(cell.kind().name()));
        wire.setDay(cell.day());
        wire.setDimensions(cell.dimensions().codes());
        wire.setVintage(cell.vintage());
        wire.setLogPartition(logPartition);
        wire.setValue(ByteBuffer.wrap(contribution.value().toByteArray()));
        wire.setCount(contribution.count());
        wire.setDigest(contribution.digest());
        StatedValue stated = contribution.stated();
        wire.setStated(
                stated == null
                        ? null
                        : new vn.ndxhub.schemas.contract.StatedValue(
                                stated.ordering(), stated.identity(), stated.value()));
        wire.setLogEpoch(logEpoch);
        wire.setPosition(contribution.position());
        return wire;
    }

    public static Contribution fromContract(vn.ndxhub.schemas.contract.Contribution wire) {
        Cell cell = new Cell(
                new IndicatorId(wire.getIndicator()),
                ObservationKind.valueOf(wire.getKind().name()),
                wire.getDay(),
                Dimensions.of(wire.getDimensions()),
                wire.getVintage());
        return new Contribution(cell, value(wire), wire.getCount(), wire.getDigest(), stated(wire), wire.getPosition());
    }

    public static SealAcknowledgement toContract(TakenSeal seal, int logPartition, int logEpoch) {
        return new SealAcknowledgement(
                seal.source().value(),
                seal.month().toString(),
                seal.number(),
                logEpoch,
                logPartition,
                seal.offset(),
                seal.count(),
                seal.digest());
    }

    public static TakenSeal fromContract(SealAcknowledgement wire) {
        return new TakenSeal(
                new SourceId(wire.getSource()),
                YearMonth.parse(wire.getMonth()),
                wire.getNumber(),
                wire.getOffset(),
                wire.getCount(),
                wire.getDigest());
    }

    private static BigInteger value(vn.ndxhub.schemas.contract.Contribution wire) {
        ByteBuffer bytes = wire.getValue().duplicate();
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);
        return new BigInteger(value);
    }

    private static @Nullable StatedValue stated(vn.ndxhub.schemas.contract.Contribution wire) {
        vn.ndxhub.schemas.contract.StatedValue stated = wire.getStated();
        return stated == null ? null : new StatedValue(stated.getOrdering(), stated.getIdentity(), stated.getValue());
    }
}
