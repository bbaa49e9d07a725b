package vn.ndxhub.core.identity;

/** What a character of an id is, by its Unicode category and, where that says nothing of it, by name. */
final class Characters {

    private static final int ASCII = 0x80;

    private Characters() {}

    /**
     * Whether the character shows on paper and means the same everywhere: no space, control or format character, no half of a pair, none
     * that is private or not assigned, and none that is a letter or a mark by category and shows nothing all the same.
     */
    static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isBlankByName(codePoint);
        };
    }

    /** A digit of any script, in whatever form: full width, mathematical, superscript, in a circle. */
    static boolean isDigit(int codePoint) {
        if (codePoint < ASCII) {
            return codePoint >= '0' && codePoint <= '9';
        }
        int value = Character.getNumericValue(codePoint);
        return value >= 0 && value <= 9 && !Character.isLetter(codePoint);
    }

    /** Whether it is something to be read beside digits; everything else may stand between them and hides nothing. */
    static boolean isLetter(int codePoint) {
        return Character.isLetter(codePoint) && isVisible(codePoint);
    }

    /** Fillers, joiners and selectors of variants: Unicode's Default_Ignorable_Code_Point outside the categories above, and blanks. */
    private static boolean isBlankByName(int c) {
        return c == 0x034f // combining grapheme joiner
                || c == 0x115f
                || c == 0x1160 // fillers of Hangul
                || c == 0x17b4
                || c == 0x17b5 // inherent vowels of Khmer
                || c >= 0x180b && c <= 0x180f // selectors of Mongolian
                || c == 0x2800 // blank of Braille
                || c == 0x3164 // filler of Hangul
                || c >= 0xfe00 && c <= 0xfe0f // selectors of variants
                || c == 0xffa0 // filler of Hangul, half width
                || c == 0x16fe4 // filler of Khitan
                || c == 0x1d159 // null notehead
                || c >= 0xe0100 && c <= 0xe01ef; // selectors of variants
    }
}
