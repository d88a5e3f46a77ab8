package cadran.server.db;

import cadran.server.settings.WrongSettings;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Why a database can't be used, where whoever set it up can mend that; anything else keeps its stack. */
final class OpenFailure {
    private OpenFailure() {}

    static RuntimeException of(DatabaseSettings settings, FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var reason = reason(sql);
                return reason == null ? failure : refused(settings, reason);
            }
        }
        return failure;
    }

    static WrongSettings refused(DatabaseSettings settings, String reason) {
        return WrongSettings.of(settings.isPostgres() ? "CADRAN_DB_URL" : "CADRAN_DATA", settings + " " + reason);
    }

    /** By SQL state: H2's are its own numbers, PostgreSQL's come in classes. */
    private static @Nullable String reason(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        var says = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return switch (state) {
            case "90020" -> "is open in another server, or in a desktop that works on this computer";
            case "90030", "90048" -> "is damaged, or was written by a newer program: " + says;
            case "90028", "90031", "90097" -> "can't be read and written: " + says;
            case "42501" ->
                "may not be set up by this account: " + says
                        + "\n  An account that may create roles can; or a superuser once: CREATE ROLE cadran_app NOLOGIN;"
                        + " GRANT cadran_app TO the account";
            case "57P03" -> "is not ready: " + says;
            default ->
                switch (state.length() == 5 ? state.substring(0, 2) : "") {
                    case "08", "28", "3D" -> "can't be opened: " + says;
                    default -> null;
                };
        };
    }
}
