package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Numbers;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers that nothing was done with for so many days: {@code unused:90d}. */
final class UnusedKey implements Key {
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\s?[djDJ]?");

    private final Texts texts;
    private final Words words;
    private final Workspace workspace;

    UnusedKey(Texts texts, Words words, Workspace workspace) {
        this.texts = texts;
        this.words = words;
        this.workspace = workspace;
    }

    @Override
    public String nameKey() {
        return "filter.unused";
    }

    @Override
    public List<String> names(Language language) {
        return words.all(language, "filter.unused.names");
    }

    @Override
    public Meaning read(Sign sign, String value) {
        var typed = DAYS.matcher(value.strip());
        if (!typed.matches()) {
            throw Problem.of("filter.no_days").with("value", value).asException();
        }
        int days = Integer.parseInt(typed.group(1));
        return new Meaning(Numbers.unused(workspace.today(), days), texts.count("filter.unused.days", days));
    }

    @Override
    public List<String> offers(String begun, int most) {
        return Stream.of(30, 90, 180, 365)
                .map(days -> texts.get("filter.days", "days", String.valueOf(days)))
                .filter(days -> days.startsWith(begun))
                .limit(most)
                .toList();
    }
}
