package cadran.desktop.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.h2.api.ErrorCode;

/** A database file could not be read or written; not something a user did. */
public final class StoreException extends RuntimeException {
    /** Keys of our own making are never used twice, but after a power cut H2 may count rows from the beginning again. */
    private static final Set<Integer> DAMAGE = Set.of(
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.FILE_ENCRYPTION_ERROR_1,
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.DUPLICATE_KEY_1);
    /** As Linux and macOS, and as Windows says it in English; there is no code for it. */
    private static final Set<String> FULL = Set.of("no space left", "not enough space", "disk full");

    public StoreException(SQLException cause) {
        super(cause);
    }

    /** What was written can't be read, or contradicts itself. */
    boolean isDamage() {
        return getCause() instanceof SQLException sql && DAMAGE.contains(sql.getErrorCode()) && !isDiskFull();
    }

    /** H2 has just closed the file, because of what happened to somebody else; the next use opens it again. */
    public boolean isClosed() {
        return getCause() instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED;
    }

    public boolean isDiskFull() {
        for (Throwable cause = this; cause != null; cause = cause.getCause()) {
            var text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (FULL.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }
}
