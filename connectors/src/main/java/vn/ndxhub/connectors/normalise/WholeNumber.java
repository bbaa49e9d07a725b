package vn.ndxhub.connectors.normalise;

import java.math.BigInteger;

/**
 * Whole numbers as JSON may write them: {@code 3}, {@code 3.0}, {@code 30e-1}, exact to the last digit and whatever the exponent. One that no
 * long holds becomes the nearest that a long does.
 */
final class WholeNumber {

    /** No number of more digits fits into a long. */
    private static final int DIGITS = 19;

    /** Beyond, a zero more or less decides nothing. */
    private static final int LARGEST_EXPONENT = 1_000_000_000;

    private WholeNumber() {}

    /** @param text a JSON number */
    static void read(String text, int slot, Slots into) {
        boolean negative = text.charAt(0) == '-';
        int mantissaEnd = exponentAt(text);
        long exponent = mantissaEnd == text.length() ? 0 : exponent(text, mantissaEnd + 1);
        StringBuilder digits = new StringBuilder();
        boolean fraction = false;
        for (int i = negative ? 1 : 0; i < mantissaEnd; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                fraction = true;
                continue;
            }
            exponent -= fraction ? 1 : 0;
            if (c != '0' || !digits.isEmpty()) {
                digits.append(c);
            }
        }
        int last = digits.length();
        while (last > 0 && digits.charAt(last - 1) == '0') {
            last--;
            exponent++;
        }
        digits.setLength(last);
        put(digits, exponent, negative, slot, into);
    }

    private static void put(StringBuilder digits, long exponent, boolean negative, int slot, Slots into) {
        if (digits.isEmpty()) {
            into.number(slot, 0);
        } else if (exponent < 0) {
            into.other(slot);
        } else if (digits.length() + exponent > DIGITS) {
            into.number(slot, negative ? Long.MIN_VALUE : Long.MAX_VALUE);
        } else {
            BigInteger number = new BigInteger(digits + "0".repeat((int) exponent));
            into.number(slot, nearest(negative ? number.negate() : number));
        }
    }

    static long nearest(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            return number.longValue();
        }
        return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static int exponentAt(String text) {
        int at = Math.max(text.indexOf('e'), text.indexOf('E'));
        return at < 0 ? text.length() : at;
    }

    private static long exponent(String text, int from) {
        boolean negative = text.charAt(from) == '-';
        long exponent = 0;
        for (int i = text.charAt(from) == '-' || text.charAt(from) == '+' ? from + 1 : from; i < text.length(); i++) {
            exponent = Math.min(exponent * 10 + text.charAt(i) - '0', LARGEST_EXPONENT);
        }
        return negative ? -exponent : exponent;
    }
}
