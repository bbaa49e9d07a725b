package vn.ndxhub.core.counting;

import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.SourceId;

/** The tallies that a profile gives to, in the vintages that hold now: resolved once a profile and seal, then an array read. */
final class ProfileTallies {

    private static final Tally[] NONE = new Tally[0];

    private final CountingState state;
    private final List<Tally[]> byShape = new ArrayList<>();
    private int epoch = -1;

    ProfileTallies(CountingState state) {
        this.state = state;
    }

    /** The tally of the profile's share with this index. */
    Tally of(EventProfile profile, int share) {
        return all(profile)[share];
    }

    /** The tally of distinct events of the profile's day of occurrence. */
    Tally distinct(EventProfile profile) {
        return all(profile)[profile.shares().size()];
    }

    private Tally[] all(EventProfile profile) {
        if (epoch != state.sealEpoch()) {
            byShape.clear();
            epoch = state.sealEpoch();
        }
        while (byShape.size() <= profile.id()) {
            byShape.add(NONE);
        }
        Tally[] known = byShape.get(profile.id());
        if (known == NONE) {
            known = resolve(profile);
            byShape.set(profile.id(), known);
        }
        return known;
    }

    private Tally[] resolve(EventProfile profile) {
        List<ProfileShare> shares = profile.shares();
        Tally[] tallies = new Tally[shares.size() + 1];
        for (int i = 0; i < shares.size(); i++) {
            tallies[i] = inVintage(shares.get(i).cell(), profile.source());
        }
        tallies[shares.size()] =
                inVintage(IntakeCells.distinct(profile.source(), profile.occurredDay(), 0), profile.source());
        return tallies;
    }

    private Tally inVintage(Cell cell, SourceId source) {
        int vintage = state.vintage(cell, source);
        return state.tally(
                vintage == 0 ? cell : new Cell(cell.indicator(), cell.kind(), cell.day(), cell.dimensions(), vintage));
    }
}
