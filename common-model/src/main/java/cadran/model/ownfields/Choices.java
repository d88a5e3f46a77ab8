package cadran.model.ownfields;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be chosen, as one text: parted by commas, in the order in which it is offered. */
public final class Choices {
    private Choices() {}

    public static List<String> of(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(choice -> !choice.isEmpty())
                        .toList();
    }
}
