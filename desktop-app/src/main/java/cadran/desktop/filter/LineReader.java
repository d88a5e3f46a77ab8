package cadran.desktop.filter;

import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.desktop.query.SearchText;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a filter line means. All of its pieces must hold for a row. */
public final class LineReader {
    private final Texts texts;
    private final Keys keys;
    /** What a bare word is looked for in, beside the row's own text. */
    private final UnaryOperator<Filter> widened;

    /** @param widened what finds the rows of a word, given what finds it in a row's own text */
    public LineReader(Texts texts, Keys keys, UnaryOperator<Filter> widened) {
        this.texts = texts;
        this.keys = keys;
        this.widened = widened;
    }

    public List<Piece> read(String line) {
        var pieces = new ArrayList<Piece>();
        boolean afterWord = false;
        for (var token : Scanner.tokens(line)) {
            pieces.add(read(token, afterWord));
            afterWord = !token.isKeyed() && !SearchText.isNumber(bare(token.value()));
        }
        return pieces;
    }

    private Piece read(Token token, boolean afterWord) {
        try {
            return token.isKeyed() ? keyed(token) : bare(token, afterWord);
        } catch (ProblemException wrong) {
            return new Piece(token.from(), token.to(), label(token, token.key(), token.value()), null, wrong.problem());
        }
    }

    private Piece keyed(Token token) {
        var key = keys.find(token.key());
        if (Values.of(token.value()).isEmpty()) {
            throw Problem.of("filter.no_value").with("key", keys.name(key)).asException();
        }
        if (token.sign().compares() && !key.isScale()) {
            throw Problem.of("filter.no_scale").with("key", keys.name(key)).asException();
        }
        var meaning = key.read(token.sign(), token.value());
        String label = label(token, keys.name(key), meaning.shown());
        return new Piece(token.from(), token.to(), label, signed(token, meaning.filter()), null);
    }

    private static String bare(String value) {
        return String.join(" ", Values.of(value));
    }

    /** Behind a word, figures may be the rest of a name: "Relance 2026". By themselves they are a part of a number. */
    private Piece bare(Token token, boolean afterWord) {
        String value = bare(token.value());
        if (SearchText.isNumber(value)) {
            var number = SearchText.number(value);
            var filter = afterWord ? Filter.any(List.of(number, widened.apply(SearchText.word(value)))) : number;
            return new Piece(token.from(), token.to(), "", signed(token, filter), null);
        }
        var found = SearchText.filters(value).stream().map(widened).toList();
        return new Piece(token.from(), token.to(), "", signed(token, Filter.all(found)), null);
    }

    private String label(Token token, String name, String value) {
        String text =
                texts.get("filter.piece", "key", name, "value", token.sign().shown() + value);
        return token.negated() ? texts.get("filter.not", "piece", text) : text;
    }

    private static Filter signed(Token token, Filter filter) {
        return token.negated() ? new Filter.Not(filter) : filter;
    }
}
