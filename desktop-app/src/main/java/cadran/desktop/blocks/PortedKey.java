package cadran.desktop.blocks;

import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Numbers that stand elsewhere than their block was allotted to, or there. Of one that nobody can compare it says neither. */
final class PortedKey implements Key {
    private static final String YES = "filter.word.yes";
    private static final String NO = "filter.word.no";

    private final Words words;
    private final BlocksController controller;

    PortedKey(Texts texts, BlocksController controller) {
        this.words = new Words(texts);
        this.controller = controller;
    }

    @Override
    public String nameKey() {
        return "filter.ported";
    }

    @Override
    public List<String> names(Language language) {
        return words.all(language, "filter.ported.names");
    }

    @Override
    public Meaning read(Sign sign, String value) {
        String single = String.join(" ", Values.of(value));
        if (words.is(single, YES)) {
            return new Meaning(HolderKey.ready(controller).differs(), words.usual(YES));
        }
        if (words.is(single, NO)) {
            return new Meaning(HolderKey.ready(controller).same(), words.usual(NO));
        }
        throw Problem.of("filter.unknown_value")
                .with("value", single)
                .with("values", String.join(", ", words.usual(YES), words.usual(NO)))
                .asException();
    }

    @Override
    public List<String> offers(String begun, int most) {
        return Stream.of(YES, NO)
                .map(words::usual)
                .filter(word -> word.startsWith(begun))
                .limit(most)
                .toList();
    }
}
