package cadran.desktop.filter;

import cadran.desktop.i18n.Language;
import java.util.List;

/** Something that rows can be narrowed by: {@code status:}, {@code customer:}, {@code cost>}. */
public interface Key {
    /** Text key of what it is called. */
    String nameKey();

    /** What can be typed for it beside the beginning of its name. */
    List<String> names(Language language);

    /** Whether there is more and less of it; only then it is asked with {@code <} and {@code >}. */
    default boolean isScale() {
        return false;
    }

    /** What the value means; throws the problem with it. */
    Meaning read(Sign sign, String value);

    /** What the value could go on to be, best first. Asked in the background. */
    List<String> offers(String begun, int most) throws Exception;
}
