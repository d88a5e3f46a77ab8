package cadran.desktop.filter;

import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is so of a row, or isn't; where it is so until a day, the day can be asked for as well. */
public final class YesNoKey implements Key {
    private static final String YES = "filter.word.yes";
    private static final String NO = "filter.word.no";

    private final Words words;
    private final String nameKey;
    private final String namesKey;
    private final Supplier<Filter> yes;
    private final Supplier<Filter> no;
    private final @Nullable Until until;

    private record Until(String field, Days days) {}

    private YesNoKey(
            Words words,
            String nameKey,
            String namesKey,
            Supplier<Filter> yes,
            Supplier<Filter> no,
            @Nullable Until until) {
        this.words = words;
        this.nameKey = nameKey;
        this.namesKey = namesKey;
        this.yes = yes;
        this.no = no;
        this.until = until;
    }

    /**
     * @param yes asked anew each time, for it may depend on the day
     * @param no not all the others, where something can be unknown
     */
    public YesNoKey(Words words, String nameKey, String namesKey, Supplier<Filter> yes, Supplier<Filter> no) {
        this(words, nameKey, namesKey, yes, no, null);
    }

    public YesNoKey(Words words, String nameKey, String namesKey, Supplier<Filter> yes) {
        this(words, nameKey, namesKey, yes, () -> new Filter.Not(yes.get()));
    }

    /** @param field with the last day that it is so */
    public YesNoKey until(String field, Days days) {
        return new YesNoKey(words, nameKey, namesKey, yes, no, new Until(field, days));
    }

    @Override
    public String nameKey() {
        return nameKey;
    }

    @Override
    public List<String> names(Language language) {
        return words.all(language, namesKey);
    }

    @Override
    public boolean isScale() {
        return until != null;
    }

    @Override
    public Meaning read(Sign sign, String value) {
        String single = String.join(" ", Values.of(value));
        if (words.is(single, YES)) {
            return new Meaning(yes.get(), words.usual(YES));
        }
        if (words.is(single, NO)) {
            return new Meaning(no.get(), words.usual(NO));
        }
        if (until == null) {
            throw Problem.of("filter.unknown_value")
                    .with("value", single)
                    .with("values", String.join(", ", words.usual(YES), words.usual(NO)))
                    .asException();
        }
        return new Meaning(until.days().filter(until.field(), sign, single), single);
    }

    @Override
    public List<String> offers(String begun, int most) {
        return until == null
                ? words.offers(begun, most, YES, NO)
                : words.offers(begun, most, YES, NO, "filter.word.week", "filter.word.month");
    }
}
