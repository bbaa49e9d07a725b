package vn.ndxhub.core.counting;

import java.util.List;
import vn.ndxhub.core.figures.Cell;

/** The tallies that a profile gives to, in the vintage that holds now: looked up once a profile and generation, then an array read. */
final class ProfileTallies {

    private final CountingState state;

    ProfileTallies(CountingState state) {
        this.state = state;
    }

    /** The tally of the profile's share with this index. */
    Tally of(EventProfile profile, int share) {
        return all(profile)[share];
    }

    /** The tally of distinct events of the profile's type and day of occurrence. */
    Tally distinct(EventProfile profile) {
        return all(profile)[profile.shares().size()];
    }

    private Tally[] all(EventProfile profile) {
        int generation = state.tallies().generation();
        Tally[] known = profile.tallies(generation);
        if (known.length == 0) {
            known = resolve(profile);
            profile.resolved(known, generation);
        }
        return known;
    }

    private Tally[] resolve(EventProfile profile) {
        int vintage = state.vintage(profile.source());
        List<ProfileShare> shares = profile.shares();
        Tally[] tallies = new Tally[shares.size() + 1];
        for (int i = 0; i < shares.size(); i++) {
            tallies[i] = inVintage(profile, shares.get(i).cell(), vintage);
        }
        Cell distinct = IntakeCells.distinct(profile.source(), profile.type(), profile.occurredDay());
        tallies[shares.size()] = inVintage(profile, distinct, vintage);
        return tallies;
    }

    private Tally inVintage(EventProfile profile, Cell cell, int vintage) {
        Cell now =
                vintage == 0 ? cell : new Cell(cell.indicator(), cell.kind(), cell.day(), cell.dimensions(), vintage);
        return state.tallies().of(profile.source(), now);
    }
}
