package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Verified persons and personal accounts, one event each. */
final class InsurancePlan {

    private static final LocalDate AS_OF_NEXT = LocalDate.of(2023, 9, 19);

    private final Draft draft;
    private final Scale scale;

    InsurancePlan(Draft draft, Scale scale) {
        this.draft = draft;
        this.scale = scale;
    }

    List<PlannedItem> items() {
        int verified = scale.of(48_000);
        draft.state(
                "CHOT_NHAN_KHAU",
                "insurance-persons-verified",
                Printed.value("insurance-persons-verified") - verified,
                Map.of());
        move(verified, Draft.FIRST, AS_OF_NEXT, "XAC_THUC_NHAN_KHAU", "insurance-persons-verified", 1);
        move(scale.of(12_000), AS_OF_NEXT, Draft.AFTER_LAST, "XAC_THUC_NHAN_KHAU", "insurance-persons-verified", 1);
        int opened = scale.of(50_000);
        int closed = scale.of(900);
        draft.state(
                "CHOT_TAI_KHOAN",
                "insurance-personal-accounts",
                Printed.value("insurance-personal-accounts") - opened + closed,
                Map.of());
        move(opened, Draft.FIRST, AS_OF_NEXT, "MO_TAI_KHOAN", "insurance-personal-accounts", 1);
        move(closed, Draft.FIRST, AS_OF_NEXT, "DONG_TAI_KHOAN", "insurance-personal-accounts", -1);
        move(scale.of(11_000), AS_OF_NEXT, Draft.AFTER_LAST, "MO_TAI_KHOAN", "insurance-personal-accounts", 1);
        return draft.items();
    }

    private void move(int events, LocalDate from, LocalDate to, String kind, String indicator, int sign) {
        draft.spread(
                events,
                from,
                to,
                event -> event.of(kind, Map.of("area", draft.province())).moves(indicator, sign));
    }
}
