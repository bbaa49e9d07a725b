package vn.ndxhub.reporting.report;

/**
 * How a figure is printed.
 *
 * @param decimals printed behind the comma, after scaling
 */
record TextForm(Scale scale, int decimals, Hedge hedge) {

    static final TextForm PLAIN = new TextForm(Scale.ONE, 0, Hedge.EXACT);

    /** Scale words. */
    enum Scale {
        ONE(0, ""),
        THOUSAND(3, " nghìn"),
        MILLION(6, " triệu"),
        BILLION(9, " tỷ");

        private final int digits;
        private final String word;

        Scale(int digits, String word) {
            this.digits = digits;
            this.word = word;
        }

        int digits() {
            return digits;
        }

        String word() {
            return word;
        }
    }

    /** How the text says that a figure is not exact. */
    enum Hedge {
        EXACT(""),
        /** Cut down to the printed digits. */
        MORE_THAN("hơn "),
        /** Cut up to the printed digits. */
        NEARLY("gần "),
        /** Rounded half up to the printed digits. */
        ABOUT("khoảng ");

        private final String word;

        Hedge(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
