package cadran.desktop.assignments;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Numbers;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Assignments that run today, or don't. */
final class RunningKey implements Key {
    private static final String YES = "filter.word.yes";
    private static final String NO = "filter.word.no";

    private final Words words;
    private final Workspace workspace;

    RunningKey(Words words, Workspace workspace) {
        this.words = words;
        this.workspace = workspace;
    }

    @Override
    public String nameKey() {
        return "filter.running";
    }

    @Override
    public List<String> names(Language language) {
        return words.all(language, "filter.running.names");
    }

    @Override
    public Meaning read(Sign sign, String value) {
        boolean runs = words.is(value, YES);
        if (!runs && !words.is(value, NO)) {
            throw Problem.of("filter.unknown_value")
                    .with("value", value)
                    .with("values", words.usual(YES) + ", " + words.usual(NO))
                    .asException();
        }
        var running = Numbers.running(workspace.today());
        return new Meaning(runs ? running : new Filter.Not(running), words.usual(runs ? YES : NO));
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
