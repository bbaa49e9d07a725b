package vn.ndxhub.connectors.folder;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.indicator.Text;

/** Names in both languages, or one text that serves as both. */
public final class Names {

    private Names() {}

    public static Text of(Section section, String key) {
        if (section.isText(key)) {
            String both = section.text(key);
            return new Text(orEmpty(both), orEmpty(both));
        }
        Section names = section.section(key);
        if (names == null) {
            return new Text("", "");
        }
        Text text = new Text(orEmpty(names.text("vi")), orEmpty(names.text("en")));
        names.done();
        return text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
