package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Look-ups, synchronisations, enrichments in quantities of a minute; and who is connected. */
final class PopulationPlan {

    private static final LocalDate AS_OF_NEXT = LocalDate.of(2023, 9, 23);
    private static final String PARTIES = "population-connected-parties";

    private final Draft draft;
    private final Lists lists;
    private final Scale scale;

    PopulationPlan(Draft draft, Lists lists, Scale scale) {
        this.draft = draft;
        this.lists = lists;
        this.scale = scale;
    }

    List<PlannedItem> items() {
        level("YEU_CAU_XAC_THUC", "CHOT_XAC_THUC", "xac-thuc", "population-lookup-requests", 50_000, 1_400);
        level("YEU_CAU_DONG_BO", "CHOT_DONG_BO", "dong-bo", "population-sync-requests", 28_000, 900);
        level("LAM_GIAU_DU_LIEU", "CHOT_LAM_GIAU", "lam-giau", "population-records-enriched", 26_000, 300);
        parties();
        return draft.items();
    }

    private void level(String kind, String stated, String service, String indicator, int events, int most) {
        long before = move(scale.of(events), Draft.FIRST, AS_OF_NEXT, kind, service, indicator, most);
        draft.state(stated, indicator, Printed.value(indicator + "-cumulative") - before, Map.of());
        move(scale.of(events / 7), AS_OF_NEXT, Draft.AFTER_LAST, kind, service, indicator, most);
    }

    private long move(
            int events, LocalDate from, LocalDate to, String kind, String service, String indicator, int most) {
        long[] sum = {0};
        draft.spread(events, from, to, event -> {
            long quantity = 1 + draft.random().nextInt(most);
            sum[0] += quantity;
            String area = draft.province();
            return event.of(kind, Map.of("area", area, "agency", area, "service", service))
                    .carrying(quantity)
                    .moves(indicator, quantity);
        });
        return sum[0];
    }

    private void parties() {
        joinAll("ministry", lists.ministries().subList(0, 15), LocalDate.of(2023, 6, 1));
        joinAll("state-enterprise", List.of("evn"), LocalDate.of(2023, 7, 3));
        joinAll("telecom-enterprise", List.of("viettel", "vnpt", "mobifone"), LocalDate.of(2023, 8, 7));
        joinAll("province", lists.provinces(), LocalDate.of(2023, 6, 20));
        // One ministry leaves and comes back, another comes when the report is closed.
        String back = lists.ministries().get(3);
        draft.member("NGAT_KET_NOI", PARTIES, LocalDate.of(2023, 8, 20), 0, party("ministry", back));
        draft.member("KET_NOI", PARTIES, LocalDate.of(2023, 9, 4), 1, party("ministry", back));
        draft.member(
                "KET_NOI",
                PARTIES,
                LocalDate.of(2023, 9, 27),
                1,
                party("ministry", lists.ministries().get(15)));
    }

    private void joinAll(String party, List<String> members, LocalDate first) {
        for (int i = 0; i < members.size(); i++) {
            draft.member("KET_NOI", PARTIES, first.plusDays(i), 1, party(party, members.get(i)));
        }
    }

    private static Map<String, String> party(String party, String member) {
        return Map.of("party", party, "member", member);
    }
}
