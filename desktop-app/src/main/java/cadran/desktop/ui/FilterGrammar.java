package cadran.desktop.ui;

import cadran.model.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said in a filter line beside words to look for. */
public interface FilterGrammar {
    /** What a search field without such a language has. */
    FilterGrammar WORDS_ONLY = new FilterGrammar() {
        @Override
        public List<Chip> chips(String line) {
            return List.of();
        }

        @Override
        public List<Suggestion> suggestions(String line, int caret, int most) {
            return List.of();
        }
    };

    /**
     * A condition that the line has, shown by itself.
     *
     * @param from where it begins in the line
     * @param to behind its last character
     * @param mistake why it can't be understood; null where it can
     */
    record Chip(int from, int to, String label, @Nullable Problem mistake) {}

    List<Chip> chips(String line);

    /** Asked in the background. */
    List<Suggestion> suggestions(String line, int caret, int most) throws Exception;
}
