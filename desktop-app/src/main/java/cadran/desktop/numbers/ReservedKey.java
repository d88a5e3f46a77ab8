package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Days;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Numbers;
import java.util.List;
import java.util.stream.Stream;

/** Numbers that are kept for somebody: whether they are today, or when that ends. */
final class ReservedKey implements Key {
    private static final String FIELD = "reservedUntil";
    private static final String YES = "filter.word.yes";
    private static final String NO = "filter.word.no";

    private final Words words;
    private final Days days;
    private final Workspace workspace;

    ReservedKey(Words words, Days days, Workspace workspace) {
        this.words = words;
        this.days = days;
        this.workspace = workspace;
    }

    @Override
    public String nameKey() {
        return "filter.reserved";
    }

    @Override
    public List<String> names(Language language) {
        return words.all(language, "filter.reserved.names");
    }

    @Override
    public boolean isScale() {
        return true;
    }

    @Override
    public Meaning read(Sign sign, String value) {
        String single = String.join(" ", Values.of(value));
        var reserved = Numbers.reserved(workspace.today());
        if (words.is(single, YES)) {
            return new Meaning(reserved, words.usual(YES));
        }
        if (words.is(single, NO)) {
            return new Meaning(new Filter.Not(reserved), words.usual(NO));
        }
        return new Meaning(days.filter(FIELD, sign, single), single);
    }

    @Override
    public List<String> offers(String begun, int most) {
        return Stream.of(YES, NO, "filter.word.week", "filter.word.month")
                .map(words::usual)
                .filter(word -> word.startsWith(begun))
                .limit(most)
                .toList();
    }
}
