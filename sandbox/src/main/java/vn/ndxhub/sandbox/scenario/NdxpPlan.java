package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The exchange's own transactions, in quantities of one minute of one pair of agency and service. */
final class NdxpPlan {

    /** The print says "hơn 1,47 tỷ" for the end of 15 September; the rest is invented. */
    private static final long CUMULATIVE = 1_473_210_987L;

    private static final LocalDate WINDOW = LocalDate.of(2023, 9, 1);
    private static final LocalDate WINDOW_END = LocalDate.of(2023, 9, 16);
    private static final int ITEMS_A_DAY = 1_750;
    private static final long MINUTE = 60_000;

    private final Draft draft;
    private final Lists lists;
    private final Scale scale;

    NdxpPlan(Draft draft, Lists lists, Scale scale) {
        this.draft = draft;
        this.lists = lists;
        this.scale = scale;
    }

    List<PlannedItem> items() {
        long august = between(Draft.FIRST, WINDOW, 43_000_000);
        long printed = between(WINDOW, WINDOW_END, Printed.value("ndxp-transactions-successful"));
        draft.stateOne("CHOT_LUY_KE", "ndxp-transactions-cumulative", CUMULATIVE - august - printed, Map.of());
        between(WINDOW_END, Draft.AFTER_LAST, 20_500_000);
        return draft.items();
    }

    /** Successful transactions that add up to the total, and some failed ones beside. */
    private long between(LocalDate from, LocalDate to, long total) {
        int days = (int) (to.toEpochDay() - from.toEpochDay());
        int items = scale.of(ITEMS_A_DAY * days);
        long each = total / items;
        long left = total;
        for (int i = 0; i < items; i++) {
            long quantity =
                    i == items - 1 ? left : each - each / 4 + draft.random().nextLong(each / 2 + 1);
            quantity = Math.min(quantity, left - (items - 1 - i));
            left -= quantity;
            exchange(minute(from, days, i, items), quantity, true);
            if (i % 10 == 0) {
                exchange(minute(from, days, i, items), 1 + draft.random().nextInt(20), false);
            }
        }
        return total;
    }

    private static long minute(LocalDate from, int days, int i, int items) {
        long minutes = days * 24L * 60;
        return Draft.start(from) + minutes * i / items * MINUTE;
    }

    private void exchange(long minute, long quantity, boolean successful) {
        Draft.Event event = new Draft.Event(minute, minute + 59_000)
                .of(successful ? "THANH_CONG" : "THAT_BAI", Map.of("agency", draft.province(), "service", service()))
                .carrying(quantity);
        if (successful) {
            event.flows("ndxp-transactions", quantity).moves("ndxp-transactions-cumulative", quantity);
        }
        draft.exact(event);
    }

    private String service() {
        return lists.ndxpServices()
                .get(draft.random().nextInt(lists.ndxpServices().size()));
    }
}
