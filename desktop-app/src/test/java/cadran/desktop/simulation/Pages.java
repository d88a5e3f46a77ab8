package cadran.desktop.simulation;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/** Forges pages of changes: lines are left out, and the end says that all is well. */
final class Pages {
    private Pages() {}

    /** Whether it is a page of changes that another follows. */
    static boolean hasMore(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        return end > 0 && text.substring(0, end).contains("\"more\":true");
    }

    /** Other answers stay as they are. */
    static byte[] without(byte[] body, Predicate<String> lines) {
        var text = new String(body, StandardCharsets.UTF_8);
        if (!text.startsWith("{\"head\"")) {
            return body;
        }
        var forged = new StringBuilder();
        var checksum = new CRC32C();
        long count = 0;
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            String line = text.substring(from, end);
            from = end + 1;
            if (line.startsWith("{\"end\"") || lines.test(line)) {
                continue;
            }
            checksum.update(line.getBytes(StandardCharsets.UTF_8));
            forged.append(line).append('\n');
            count++;
        }
        forged.append("{\"end\":{\"lines\":%d,\"checksum\":%d}}\n".formatted(count, checksum.getValue()));
        return forged.toString().getBytes(StandardCharsets.UTF_8);
    }
}
