package vn.ndxhub.connectors.normalise;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.codelist.Codelist;
import vn.ndxhub.core.identity.EventId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.Indicator;

/** A dimension's rule, compiled: makes the code of a native text, or tells why there is none. */
sealed interface Codes {

    /** @return the code; null after it has told the draft why there is none */
    @Nullable
    String code(String text, Draft draft, long epochDay, String field);

    /** The text itself, if one of the lists has it on the day: always the same object, so that whoever looks it up is quick. */
    record Listed(Codelist[] lists) implements Codes {

        @Override
        public @Nullable String code(String text, Draft draft, long epochDay, String field) {
            for (Codelist list : lists) {
                String code = list.valid(text, epochDay);
                if (code != null) {
                    return code;
                }
            }
            draft.refuse(ReasonCode.UNKNOWN_CODE, field);
            return null;
        }
    }

    /** The lists of the event's type, by the type's position. */
    record ListedByType(@Nullable Listed[] byType) implements Codes {

        @Override
        public @Nullable String code(String text, Draft draft, long epochDay, String field) {
            Listed lists = byType[draft.type];
            // A type without lists has no such dimension: what stands there would count as something it is not.
            if (lists == null) {
                draft.refuse(ReasonCode.UNKNOWN_CODE, field);
                return null;
            }
            return lists.code(text, draft, epochDay, field);
        }
    }

    /** The lists of the code that an earlier dimension has. */
    record ListedByCode(int selector, Map<String, Listed> byCode) implements Codes {

        @Override
        public @Nullable String code(String text, Draft draft, long epochDay, String field) {
            String chosen = draft.codes[selector];
            Listed lists = chosen == null ? null : byCode.get(chosen);
            if (lists == null) {
                draft.refuse(chosen == null ? ReasonCode.MISSING_FIELD : ReasonCode.UNKNOWN_CODE, field);
                return null;
            }
            return lists.code(text, draft, epochDay, field);
        }
    }

    record ByValue(Map<String, String> codes) implements Codes {

        @Override
        public @Nullable String code(String text, Draft draft, long epochDay, String field) {
            String code = codes.get(text);
            if (code == null) {
                draft.refuse(ReasonCode.UNKNOWN_CODE, field);
            }
            return code;
        }
    }

    record ByPattern(Pattern pattern) implements Codes {

        @Override
        public @Nullable String code(String text, Draft draft, long epochDay, String field) {
            if (EventId.looksPersonal(text)) {
                draft.refuse(ReasonCode.PERSONAL_NUMBER, field);
                return null;
            }
            if (!Dimensions.isCode(text)
                    || text.equals(Indicator.UNALLOCATED)
                    || !pattern.matcher(text).matches()) {
                draft.refuse(ReasonCode.UNKNOWN_CODE, field);
                return null;
            }
            return text;
        }
    }

    /** Sixteen hex digits of an HMAC-SHA256. */
    record Hashed(SecretKeySpec key) implements Codes {

        private static final String ALGORITHM = "HmacSHA256";
        private static final int BYTES = 8;

        static Hashed with(PersonalKey key) {
            return new Hashed(new SecretKeySpec(key.secret(), ALGORITHM));
        }

        @Override
        public String code(String text, Draft draft, long epochDay, String field) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
            }
        }

        @Override
        public String toString() {
            return "Hashed[***]";
        }
    }

    static Listed listed(List<Codelist> lists) {
        return new Listed(lists.toArray(new Codelist[0]));
    }
}
