package vn.ndxhub.routes.contributions;

import java.util.List;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Between a contribution of the core and its contract on the wire. */
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
        wire.setValue(contribution.value());
        wire.setCount(contribution.count());
        wire.setDigest(contribution.digest());
        wire.setStated(contribution.stated().stream()
                .map(s -> new vn.ndxhub.schemas.contract.StatedValue(s.ordering(), s.identity(), s.value()))
                .toList());
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
        List<StatedValue> stated = wire.getStated().stream()
                .map(s -> new StatedValue(s.getOrdering(), s.getIdentity(), s.getValue()))
                .toList();
        return new Contribution(cell, wire.getValue(), wire.getCount(), wire.getDigest(), stated, wire.getPosition());
    }
}
