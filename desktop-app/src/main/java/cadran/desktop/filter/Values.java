package cadran.desktop.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What stands behind a key: one value or several with commas, in quotation marks where one has spaces or commas itself. */
public final class Values {
    private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"?|«([^»]*)»?|[^,\"«]+");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\\s,:<>=«»]|^[-!]");

    private Values() {}

    public static List<String> of(String typed) {
        var values = new ArrayList<String>();
        VALUE.matcher(typed).results().forEach(value -> {
            String text =
                    value.group(1) != null ? value.group(1) : value.group(2) != null ? value.group(2) : value.group();
            if (!text.isBlank()) {
                values.add(text.strip());
            }
        });
        return values;
    }

    /** As it must be typed. */
    public static String quoted(String value) {
        String text = value.replace('"', ' ');
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text + '"' : text;
    }
}
