package cadran.server.auth;

import cadran.model.problem.Problem;

/** A text that a person typed into one line. */
public final class BoundedText {
    private BoundedText() {}

    public static String require(String text, int max, String field) {
        var stripped = text.strip();
        if (stripped.isEmpty()) throw Problem.of("field.required").at(field).asException();
        if (stripped.length() > max) {
            throw Problem.of("field.too_long").with("max", max).at(field).asException();
        }
        if (stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.of("field.bad_text").at(field).asException();
        }
        return stripped;
    }
}
