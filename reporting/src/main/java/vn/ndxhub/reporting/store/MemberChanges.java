package vn.ndxhub.reporting.store;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ndxhub.core.consolidation.CellChange;
import vn.ndxhub.core.consolidation.MemberStatements;

/** What changed members do to the memberships they belong to. */
final class MemberChanges {

    private final MembershipTable memberships;
    private final Map<Integer, Member> members = new HashMap<>();
    private final Map<MembershipTable.Place, MembershipTable.Step> steps = new HashMap<>();

    MemberChanges(MembershipTable memberships) {
        this.memberships = memberships;
    }

    /** The changed cells of one member. */
    private record Member(int whole, MembershipTable.Changed changed, List<CellAddition> cells) {}

    void write(Collection<CellAddition> cells, MonthChanges months) throws SQLException {
        cells.stream().filter(cell -> cell.series().isMember()).forEach(this::gather);
        if (members.isEmpty()) {
            return;
        }
        Collection<MembershipTable.Changed> changed =
                members.values().stream().map(Member::changed).toList();
        memberships.around(changed).forEach((series, now) -> step(Objects.requireNonNull(members.get(series)), now));
        steps.forEach((place, step) -> months.move(place.series(), place.when().day(), step.value()));
        memberships.add(steps);
    }

    private void gather(CellAddition cell) {
        int whole = cell.whole();
        for (CellChange change : cell.changes()) {
            var day = change.day();
            members.merge(
                    cell.key().series(),
                    new Member(
                            whole,
                            new MembershipTable.Changed(cell.key().series(), day, day, change.vintage()),
                            new ArrayList<>(List.of(cell))),
                    (known, next) -> {
                        if (known.cells().getLast() != cell) {
                            known.cells().add(cell);
                        }
                        return new Member(whole, known.changed().with(day, change.vintage()), known.cells());
                    });
            add(
                    whole,
                    new MemberStatements.When(day, change.vintage()),
                    new MembershipTable.Step(BigInteger.ZERO, change.count()));
        }
    }

    private void step(Member member, MemberStatements now) {
        MemberStatements before = now.copy();
        for (CellAddition cell : member.cells()) {
            for (CellTable.Row row : cell.rows()) {
                CellAddition.Figure old = cell.before(row.vintage());
                if (old == null) {
                    before.remove(row.key().day(), row.vintage());
                } else {
                    before.put(row.key().day(), row.vintage(), old.value());
                }
            }
        }
        now.stepsInsteadOf(before)
                .forEach((when, step) -> add(member.whole(), when, new MembershipTable.Step(step, 0)));
    }

    private void add(int whole, MemberStatements.When when, MembershipTable.Step step) {
        steps.merge(new MembershipTable.Place(whole, when), step, MembershipTable.Step::plus);
    }
}
