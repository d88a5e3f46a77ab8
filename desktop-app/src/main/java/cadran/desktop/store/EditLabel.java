package cadran.desktop.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an edit is called, as a text key and its arguments: the undo menu, the queue and the conflicts show it in the
 * language of the day.
 */
public record EditLabel(String key, Map<String, String> args, Way way) {
    /** How the edit came about. */
    public enum Way {
        DONE,
        UNDONE,
        REDONE
    }

    public EditLabel {
        args = Collections.unmodifiableMap(new LinkedHashMap<>(args));
    }

    public EditLabel in(Way other) {
        return new EditLabel(key, args, other);
    }
}
