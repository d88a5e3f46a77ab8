package cadran.desktop.filter;

import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.ui.Spelling;
import java.util.Arrays;
import java.util.List;

/** Words of the filter language that are no names: "none", "today", "week". Each is understood in both languages. */
public final class Words {
    private final Texts texts;

    public Words(Texts texts) {
        this.texts = texts;
    }

    /** @param key of the words for one thing, parted by commas, the usual one first */
    public boolean is(String typed, String key) {
        String word = Spelling.plain(typed);
        return Arrays.stream(Language.values())
                .flatMap(language -> all(language, key).stream())
                .anyMatch(each -> Spelling.plain(each).equals(word));
    }

    /** As the person's language has it. */
    public String usual(String key) {
        return all(texts.language(), key).getFirst();
    }

    /** Those that go on from what is begun, in the given order. */
    public List<String> offers(String begun, int most, String... keys) {
        return Arrays.stream(keys)
                .map(this::usual)
                .filter(word -> word.startsWith(begun))
                .limit(most)
                .toList();
    }

    public List<String> all(Language language, String key) {
        return List.of(texts.in(language, key).split(", "));
    }
}
