package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Days;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.filter.YesNoKey;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Numbers;
import java.util.List;
import java.util.stream.Stream;

/** Numbers that are kept for somebody: whether they are today, when that ends, or that whoever it is for has left. */
final class ReservedKey implements Key {
    /** Whoever it is for is no member any more. */
    static final String LEFT = "filter.word.left";

    private final Words words;
    private final Workspace workspace;
    private final YesNoKey kept;

    ReservedKey(Words words, Days days, Workspace workspace) {
        this.words = words;
        this.workspace = workspace;
        kept = new YesNoKey(
                        words, "filter.reserved", "filter.reserved.names", () -> Numbers.reserved(workspace.today()))
                .until("reservedUntil", days);
    }

    @Override
    public String nameKey() {
        return kept.nameKey();
    }

    @Override
    public List<String> names(Language language) {
        return kept.names(language);
    }

    @Override
    public boolean isScale() {
        return kept.isScale();
    }

    @Override
    public Meaning read(Sign sign, String value) {
        String single = String.join(" ", Values.of(value));
        return words.is(single, LEFT)
                ? new Meaning(Numbers.reservedForNobodyHere(workspace.today()), words.usual(LEFT))
                : kept.read(sign, value);
    }

    @Override
    public List<String> offers(String begun, int most) {
        return Stream.concat(kept.offers(begun, most).stream(), words.offers(begun, most, LEFT).stream())
                .limit(most)
                .toList();
    }
}
