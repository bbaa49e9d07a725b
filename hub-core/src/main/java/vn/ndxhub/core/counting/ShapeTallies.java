package vn.ndxhub.core.counting;

import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.SourceId;

/** The tallies that a shape gives to, in the vintages that hold now: resolved once a shape and seal, then an array read. */
final class ShapeTallies {

    private static final Tally[] NONE = new Tally[0];

    private final CountingState state;
    private final List<Tally[]> byShape = new ArrayList<>();
    private int epoch = -1;

    ShapeTallies(CountingState state) {
        this.state = state;
    }

    /** The tally of the shape's share with this index. */
    Tally of(Shape shape, int share) {
        return all(shape)[share];
    }

    /** The tally of distinct events of the shape's day of occurrence. */
    Tally distinct(Shape shape) {
        return all(shape)[shape.shares().size()];
    }

    private Tally[] all(Shape shape) {
        if (epoch != state.sealEpoch()) {
            byShape.clear();
            epoch = state.sealEpoch();
        }
        while (byShape.size() <= shape.id()) {
            byShape.add(NONE);
        }
        Tally[] known = byShape.get(shape.id());
        if (known == NONE) {
            known = resolve(shape);
            byShape.set(shape.id(), known);
        }
        return known;
    }

    private Tally[] resolve(Shape shape) {
        List<Share> shares = shape.shares();
        Tally[] tallies = new Tally[shares.size() + 1];
        for (int i = 0; i < shares.size(); i++) {
            tallies[i] = inVintage(shares.get(i).cell(), shape.source());
        }
        tallies[shares.size()] =
                inVintage(IntakeCells.distinct(shape.source(), shape.occurredDay(), 0), shape.source());
        return tallies;
    }

    private Tally inVintage(Cell cell, SourceId source) {
        int vintage = state.vintage(cell, source);
        return state.tally(
                vintage == 0 ? cell : new Cell(cell.indicator(), cell.part(), cell.day(), cell.dimensions(), vintage));
    }
}
