package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Registrations, dissolutions, changes that move nothing, and who is connected. */
final class EnterprisePlan {

    /** The print says "hơn 01 triệu"; the rest is invented. */
    private static final long REGISTERED = 1_012_345;

    private static final LocalDate AS_OF_NEXT = LocalDate.of(2023, 9, 23);
    private static final String STOCK = "enterprise-registered";
    private static final String PARTIES = "enterprise-connected-parties";

    private final Draft draft;
    private final Lists lists;
    private final Scale scale;

    EnterprisePlan(Draft draft, Lists lists, Scale scale) {
        this.draft = draft;
        this.lists = lists;
        this.scale = scale;
    }

    List<PlannedItem> items() {
        int registered = scale.of(14_000);
        int dissolved = scale.of(2_400);
        draft.state("CHOT_DOANH_NGHIEP", STOCK, REGISTERED - registered + dissolved, Map.of());
        move(registered, Draft.FIRST, AS_OF_NEXT, "DANG_KY_MOI", 1);
        move(dissolved, Draft.FIRST, AS_OF_NEXT, "GIAI_THE", -1);
        move(scale.of(2_000), AS_OF_NEXT, Draft.AFTER_LAST, "DANG_KY_MOI", 1);
        draft.spread(
                scale.of(3_000),
                Draft.FIRST,
                Draft.AFTER_LAST,
                event -> event.of("THAY_DOI", Map.of("area", draft.province())));
        join(
                "ministry",
                lists.ministries().subList(0, (int) Printed.value("enterprise-connected-ministries")),
                LocalDate.of(2023, 7, 1),
                7);
        join("province", lists.provinces(), LocalDate.of(2023, 6, 1), 1);
        return draft.items();
    }

    private void move(int events, LocalDate from, LocalDate to, String kind, int sign) {
        draft.spread(
                events,
                from,
                to,
                event -> event.of(kind, Map.of("area", draft.province())).moves(STOCK, sign));
    }

    private void join(String party, List<String> members, LocalDate first, int days) {
        for (int i = 0; i < members.size(); i++) {
            draft.member(
                    "KET_NOI",
                    PARTIES,
                    first.plusDays((long) i * days),
                    1,
                    Map.of("party", party, "member", members.get(i)));
        }
    }
}
