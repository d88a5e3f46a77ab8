package cadran.desktop.numbers;

import cadran.desktop.filter.Days;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import java.util.List;

/** Numbers that are ours since some day or a later one. */
final class SinceKey implements Key {
    private final Words words;
    private final Days days;

    SinceKey(Words words, Days days) {
        this.words = words;
        this.days = days;
    }

    @Override
    public String nameKey() {
        return "filter.since";
    }

    @Override
    public List<String> names(Language language) {
        return words.all(language, "filter.since.names");
    }

    @Override
    public boolean isScale() {
        return true;
    }

    @Override
    public Meaning read(Sign sign, String value) {
        return new Meaning(days.filter("acquiredOn", sign.compares() ? sign : Sign.AT_LEAST, value), value);
    }

    @Override
    public List<String> offers(String begun, int most) {
        return words.offers(begun, most, "filter.word.week", "filter.word.month", "filter.word.year");
    }
}
