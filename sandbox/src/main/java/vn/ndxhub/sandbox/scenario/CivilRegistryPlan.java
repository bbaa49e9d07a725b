package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Births, with and without a personal number, and everything else that a registry office writes. */
final class CivilRegistryPlan {

    private static final LocalDate AS_OF_NEXT = LocalDate.of(2023, 9, 19);
    private static final String BIRTHS = "civil-registry-births";
    private static final String WITH_NUMBER = "civil-registry-births-with-personal-id";

    private final Draft draft;
    private final Scale scale;

    CivilRegistryPlan(Draft draft, Scale scale) {
        this.draft = draft;
        this.scale = scale;
    }

    List<PlannedItem> items() {
        births();
        level("CHUYEN_BHXH", "CHOT_CHUYEN_BHXH", "births-sent-to-insurance", 26_000);
        level("KET_HON", "CHOT_KET_HON", "marriages", 18_000);
        level("XAC_NHAN_HON_NHAN", "CHOT_XAC_NHAN_HON_NHAN", "marital-status-certificates", 14_000);
        level("KHAI_TU", "CHOT_KHAI_TU", "deaths", 12_000);
        level("NHAN_CHA_ME_CON", "CHOT_NHAN_CHA_ME_CON", "parent-child-recognitions", 700);
        level("GIAM_HO", "CHOT_GIAM_HO", "guardianships", 60);
        level("NUOI_CON_NUOI", "CHOT_NUOI_CON_NUOI", "adoptions", 80);
        level("CAI_CHINH", "CHOT_CAI_CHINH", "corrections", 6_000);
        return draft.items();
    }

    private void births() {
        int births = scale.of(72_000);
        long numbered = birthsBetween(births, Draft.FIRST, AS_OF_NEXT);
        draft.state("CHOT_KHAI_SINH", BIRTHS, Printed.value(BIRTHS) - births, Map.of());
        draft.state("CHOT_SO_DINH_DANH", WITH_NUMBER, Printed.value(WITH_NUMBER) - numbered, Map.of());
        birthsBetween(scale.of(16_000), AS_OF_NEXT, Draft.AFTER_LAST);
    }

    private long birthsBetween(int births, LocalDate from, LocalDate to) {
        long[] numbered = {0};
        draft.spread(births, from, to, event -> {
            boolean number = draft.random().nextInt(5) > 0;
            event.of("KHAI_SINH", Map.of("area", draft.province(), "personal-id", number ? "yes" : "no"))
                    .moves(BIRTHS, 1);
            if (number) {
                numbered[0]++;
                event.moves(WITH_NUMBER, 1);
            }
            return event;
        });
        return numbered[0];
    }

    private void level(String kind, String stated, String what, int events) {
        String indicator = "civil-registry-" + what;
        int before = scale.of(events);
        draft.state(stated, indicator, Printed.value(indicator) - before, Map.of());
        move(before, Draft.FIRST, AS_OF_NEXT, kind, indicator);
        move(scale.of(events / 5), AS_OF_NEXT, Draft.AFTER_LAST, kind, indicator);
    }

    private void move(int events, LocalDate from, LocalDate to, String kind, String indicator) {
        draft.spread(
                events,
                from,
                to,
                event -> event.of(kind, Map.of("area", draft.province())).moves(indicator, 1));
    }
}
