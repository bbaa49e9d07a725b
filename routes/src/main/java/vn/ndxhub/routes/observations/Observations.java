package vn.ndxhub.routes.observations;

import java.util.List;
import vn.ndxhub.core.counting.Partial;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.Part;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.schemas.contract.Observation;
import vn.ndxhub.schemas.contract.ObservationPart;

/** Between a partial of the core and its contract on the wire. */
public final class Observations {

    private Observations() {}

    public static Observation toContract(Partial partial, int logPartition, int generation) {
        Cell cell = partial.cell();
        Observation observation = new Observation();
        observation.setIndicator(cell.indicator().value());
        observation.setPart(ObservationPart.valueOf(cell.part().name()));
        observation.setDay(cell.day());
        observation.setDimensions(cell.dimensions().codes());
        observation.setVintage(cell.vintage());
        observation.setLogPartition(logPartition);
        observation.setValue(partial.value());
        observation.setCount(partial.count());
        observation.setDigest(partial.digest());
        observation.setStated(partial.stated().stream()
                .map(s -> new vn.ndxhub.schemas.contract.StatedValue(s.ordering(), s.identity(), s.value()))
                .toList());
        observation.setGeneration(generation);
        observation.setPosition(partial.position());
        return observation;
    }

    public static Partial toPartial(Observation observation) {
        Cell cell = new Cell(
                new IndicatorId(observation.getIndicator()),
                Part.valueOf(observation.getPart().name()),
                observation.getDay(),
                Dimensions.of(observation.getDimensions()),
                observation.getVintage());
        List<StatedValue> stated = observation.getStated().stream()
                .map(s -> new StatedValue(s.getOrdering(), s.getIdentity(), s.getValue()))
                .toList();
        return new Partial(
                cell,
                observation.getValue(),
                observation.getCount(),
                observation.getDigest(),
                stated,
                observation.getPosition());
    }
}
