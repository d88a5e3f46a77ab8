package cadran.server.rest;

import cadran.model.sync.Field;
import cadran.model.sync.Operation;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Why something is written, in its author's words, for the history. */
final class EditReason {
    /** Not a row's field, but checked like a text of one. */
    private static final Field FIELD = Field.text("reason", Operation.LONGEST_REASON);

    private EditReason() {}

    static @Nullable String of(Context request) {
        return checked(request.queryParam("reason"));
    }

    static @Nullable String checked(@Nullable String reason) {
        var wrong = FIELD.check(reason);
        if (wrong != null) {
            throw wrong.asException();
        }
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
