package cadran.desktop.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short codes for unexpected errors: the same bug gives the same code on every machine, so that support can look it up. */
public final class ErrorCodes {
    private static final int DEEPEST = 12;

    private ErrorCodes() {}

    /** Such as {@code 3F-A29C}. Messages are left out of it, they hold names and numbers; so are line numbers, they move. */
    public static String of(Throwable error) {
        var trace = new StringBuilder();
        int depth = 0;
        for (Throwable each = error; each != null && depth < 5; each = each.getCause(), depth++) {
            trace.append(each.getClass().getName()).append('\n');
            java.util.Arrays.stream(each.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("cadran."))
                    .limit(DEEPEST)
                    .forEach(frame -> trace.append(frame.getClassName().replaceAll("\\$.*", ""))
                            .append('\n'));
        }
        var hex = HexFormat.of().withUpperCase().formatHex(digest(trace.toString()), 0, 3);
        return hex.substring(0, 2) + "-" + hex.substring(2);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
