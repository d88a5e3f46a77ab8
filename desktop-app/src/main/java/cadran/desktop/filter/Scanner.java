package cadran.desktop.filter;

import cadran.desktop.query.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Cuts a line into words, numbers and {@code key:value}. Nothing that can be typed is an error here; spaces around a
 * colon, as French has them, and between the digits of a number part nothing.
 */
final class Scanner {
    private static final String SPACE = "[ \\u00a0\\u202f]";
    private static final String QUOTED = "\"[^\"]*\"?|«[^»]*»?";
    private static final String KEY = "\\p{L}[\\p{L}\\p{N}'’_-]*";
    private static final String SIGN = SPACE + "?(?<sign>>=|<=|[:=<>])";
    /** A key may stand there without its value yet: then what follows the space is the next piece. */
    private static final String GAP = "(?:" + SPACE + "(?!" + KEY + SPACE + "?[:=<>]))?";

    private static final Pattern PIECE = Pattern.compile("(?<not>[-!](?=\\S))?(?:(?<key>" + KEY + ")" + SIGN + GAP
            + "(?<value>(?:" + QUOTED + "|[^\\s\"«])*)|(?<word>" + QUOTED + "|\\S+))");

    private Scanner() {}

    static List<Token> tokens(String line) {
        var tokens = new ArrayList<Token>();
        PIECE.matcher(line).results().map(Scanner::token).forEach(next -> {
            var last = tokens.isEmpty() ? null : tokens.getLast();
            if (last != null
                    && isNumber(last)
                    && isNumber(next)
                    && !next.negated()
                    && !next.value().startsWith("+")) {
                String digits = line.substring(last.valueFrom(), next.to());
                tokens.set(tokens.size() - 1, new Token(last.from(), next.to(), last.negated(), "", Sign.IS, digits));
            } else {
                tokens.add(next);
            }
        });
        return tokens;
    }

    private static Token token(MatchResult piece) {
        boolean negated = piece.group("not") != null;
        String word = piece.group("word");
        return word != null
                ? new Token(piece.start(), piece.end(), negated, "", Sign.IS, word)
                : new Token(
                        piece.start(),
                        piece.end(),
                        negated,
                        piece.group("key"),
                        Sign.of(piece.group("sign")),
                        piece.group("value"));
    }

    private static boolean isNumber(Token token) {
        return !token.isKeyed() && SearchText.isNumber(token.value());
    }
}
