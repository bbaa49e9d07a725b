package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** District databases, provinces that deploy procedures, and the dossiers of these; pulled in pages. */
final class LandPlan {

    private static final LocalDate SEPTEMBER = LocalDate.of(2023, 9, 1);
    private static final String DOSSIERS = "land-dossiers";

    private final Draft draft;
    private final Lists lists;
    private final Scale scale;

    LandPlan(Draft draft, Lists lists, Scale scale) {
        this.draft = draft;
        this.lists = lists;
        this.scale = scale;
    }

    List<PlannedItem> items() {
        dossiers("decision-06", "land-decision06-dossiers", 6_000);
        dossiers("decision-422", "land-decision422-dossiers", 7_000);
        join("TINH_BAT_DAU_XAY_DUNG", "land-provinces-building", lists.provinces(), LocalDate.of(2023, 6, 10), 1);
        int districts = (int) Printed.value("land-districts-with-database");
        List<String> done = lists.districts().subList(0, districts);
        join(
                "HOAN_THANH_CSDL_HUYEN",
                "land-districts-with-database",
                done.subList(0, districts - 22),
                LocalDate.of(2023, 6, 1),
                7);
        join(
                "HOAN_THANH_CSDL_HUYEN",
                "land-districts-with-database",
                done.subList(districts - 22, districts),
                LocalDate.of(2023, 8, 5),
                1);
        join(
                "HOAN_THANH_CSDL_HUYEN",
                "land-districts-with-database",
                lists.districts().subList(districts, districts + 3),
                LocalDate.of(2023, 9, 25),
                1);
        join(
                "TRIEN_KHAI_DICH_VU",
                "land-essential-online-services",
                lists.landServices().subList(0, 3),
                LocalDate.of(2023, 8, 8),
                1);
        join(
                "TRIEN_KHAI_DICH_VU",
                "land-essential-online-services",
                lists.landServices().subList(3, 4),
                LocalDate.of(2023, 9, 12),
                1);
        deploy("decision-06", lists.provinces(), LocalDate.of(2023, 6, 15));
        int provinces = (int) Printed.value("land-decision422-provinces");
        deploy("decision-422", lists.provinces().subList(0, provinces), LocalDate.of(2023, 7, 1));
        deploy("decision-422", lists.provinces().subList(provinces, provinces + 4), LocalDate.of(2023, 9, 6));
        return draft.items();
    }

    private void dossiers(String procedure, String printed, int events) {
        int before = scale.of(events / 2);
        draft.state("CHOT_HO_SO", DOSSIERS, Printed.value(printed) - before, Map.of("procedure", procedure));
        move(before, Draft.FIRST, SEPTEMBER, procedure);
        move(scale.of(events - events / 2), SEPTEMBER, Draft.AFTER_LAST, procedure);
    }

    private void move(int events, LocalDate from, LocalDate to, String procedure) {
        draft.spread(
                events,
                from,
                to,
                event -> event.of("HO_SO_PHAT_SINH", Map.of("area", draft.province(), "procedure", procedure))
                        .moves(DOSSIERS, 1));
    }

    private void join(String kind, String indicator, List<String> members, LocalDate first, int aDay) {
        for (int i = 0; i < members.size(); i++) {
            draft.member(kind, indicator, first.plusDays(i / aDay), 1, Map.of("member", members.get(i)));
        }
    }

    private void deploy(String procedure, List<String> provinces, LocalDate first) {
        for (int i = 0; i < provinces.size(); i++) {
            draft.member(
                    "TINH_TRIEN_KHAI",
                    "land-provinces-deployed",
                    first.plusDays(i),
                    1,
                    Map.of("procedure", procedure, "member", provinces.get(i)));
        }
    }
}
