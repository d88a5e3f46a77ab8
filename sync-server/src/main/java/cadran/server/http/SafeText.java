package cadran.server.http;

import cadran.model.problem.Problem;

/** Text that no database column and no UTF-8 encoder can take is refused at the door. */
final class SafeText {
    private SafeText() {}

    /** NUL, which PostgreSQL can't store, and half of a surrogate pair, which isn't a character. */
    static void require(String text, String field) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw Problem.of("text.forbidden_character").at(field).asException();
            }
        }
    }
}
