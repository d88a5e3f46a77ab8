package cadran.desktop.ui;

import java.util.List;

/** Finds what can be picked, best matches first. Asked in the background, the newest request wins; "" asks for the first ones. */
@FunctionalInterface
public interface ChoiceSource {
    List<Choice> find(String query, int most) throws Exception;

    /** A few that are known beforehand, found by any part of their label, accents and case aside. */
    static ChoiceSource of(List<Choice> all) {
        return (query, most) -> all.stream()
                .filter(choice -> Spelling.contains(choice.label(), query))
                .limit(most)
                .toList();
    }
}
