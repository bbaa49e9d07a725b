package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records synchronised and declared, agencies connected, agencies in difficulty; pulled in pages. */
final class CivilServantsPlan {

    private static final LocalDate SEPTEMBER = LocalDate.of(2023, 9, 1);
    private static final LocalDate AS_OF_NEXT = LocalDate.of(2023, 9, 23);
    private static final long DECLARED = 2_300_080;
    private static final int DECLARATIONS = 27;
    private static final int DECLARED_AT_ONCE = 40;
    private static final String SYNCED = "civil-servants-records-synced";
    private static final String DIFFICULTIES = "civil-servants-agencies-with-sync-difficulty";

    private final Draft draft;
    private final Lists lists;
    private final Scale scale;

    CivilServantsPlan(Draft draft, Lists lists, Scale scale) {
        this.draft = draft;
        this.lists = lists;
        this.scale = scale;
    }

    List<PlannedItem> items() {
        int august = scale.of(9_000);
        int step = scale.of((int) Printed.value("civil-servants-records-synced-mom-abs"));
        draft.state("CHOT_DONG_BO", SYNCED, Printed.value(SYNCED) - step - august, Map.of());
        move(august, Draft.FIRST, SEPTEMBER);
        move(step, SEPTEMBER, AS_OF_NEXT);
        move(scale.of(3_000), AS_OF_NEXT, Draft.AFTER_LAST);
        declarations();
        agencies();
        difficulties();
        return draft.items();
    }

    private void move(int events, LocalDate from, LocalDate to) {
        draft.spread(
                events,
                from,
                to,
                event -> event.of("DONG_BO_HO_SO", Map.of("area", draft.province()))
                        .moves(SYNCED, 1));
    }

    private void declarations() {
        String declared = "civil-servants-records-declared";
        draft.state("CHOT_KHAI_BAO", declared, DECLARED - (long) DECLARATIONS * DECLARED_AT_ONCE, Map.of());
        draft.spread(
                DECLARATIONS,
                Draft.FIRST,
                AS_OF_NEXT,
                event -> event.of("KHAI_BAO_HO_SO", Map.of("area", draft.province()))
                        .carrying(DECLARED_AT_ONCE)
                        .moves(declared, DECLARED_AT_ONCE));
    }

    private void agencies() {
        List<String> agencies = new ArrayList<>(lists.ministries());
        agencies.addAll(lists.provinces());
        for (int i = 0; i < agencies.size(); i++) {
            draft.member(
                    "KET_NOI_DON_VI",
                    "civil-servants-connected-agencies",
                    LocalDate.of(2023, 6, 1).plusDays(i),
                    1,
                    Map.of("member", agencies.get(i)));
        }
    }

    private void difficulties() {
        int printed = (int) Printed.value(DIFFICULTIES);
        for (int i = 0; i < printed + 2; i++) {
            draft.member(
                    "BAO_KHO_KHAN",
                    DIFFICULTIES,
                    LocalDate.of(2023, 8, 2).plusDays(3L * i),
                    1,
                    Map.of("member", lists.ministries().get(i)));
        }
        resolve(0, LocalDate.of(2023, 9, 5));
        resolve(1, LocalDate.of(2023, 9, 15));
        resolve(2, LocalDate.of(2023, 9, 26));
    }

    private void resolve(int ministry, LocalDate day) {
        draft.member(
                "HET_KHO_KHAN",
                DIFFICULTIES,
                day,
                0,
                Map.of("member", lists.ministries().get(ministry)));
    }
}
