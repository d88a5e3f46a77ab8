package cadran.desktop.filter;

import cadran.desktop.ui.Suggestion;
import java.util.List;
import java.util.stream.Stream;

/** How a line can go on at the caret: with a key, or with a value for the key that stands there. */
public final class Completions {
    private final Keys keys;

    public Completions(Keys keys) {
        this.keys = keys;
    }

    /** Asked in the background: values may have to be looked up. Inside a word nothing is offered. */
    public List<Suggestion> at(String line, int caret, int most) throws Exception {
        if (caret < line.length() && !Character.isWhitespace(line.charAt(caret))) {
            return List.of();
        }
        for (var token : Scanner.tokens(line.substring(0, caret))) {
            if (token.to() == caret) {
                return token.isKeyed() ? values(token, most) : named(token, most);
            }
        }
        return List.of();
    }

    private List<Suggestion> named(Token token, int most) {
        return Character.isLetter(token.value().charAt(0))
                ? keys.beginning(token.value()).stream()
                        .limit(most)
                        .map(key ->
                                new Suggestion(token.valueFrom(), token.to(), keys.typed(key) + ":", keys.name(key)))
                        .toList()
                : List.of();
    }

    /** Of several values, the last one goes on. */
    private List<Suggestion> values(Token token, int most) throws Exception {
        int comma = token.value().lastIndexOf(',');
        String begun = String.join(" ", Values.of(token.value().substring(comma + 1)));
        int from = token.valueFrom() + comma + 1;
        return offers(token.key(), begun, most)
                .map(value -> new Suggestion(from, token.to(), Values.quoted(value) + " ", value))
                .toList();
    }

    private Stream<String> offers(String typedKey, String begun, int most) throws Exception {
        var meant = keys.meant(typedKey);
        return meant.size() == 1
                ? meant.iterator().next().offers(begun, most).stream().limit(most)
                : Stream.of();
    }
}
