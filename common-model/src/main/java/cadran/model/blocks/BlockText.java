package cadran.model.blocks;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The regulator writes as Windows does in western Europe; an editor may have saved the file as UTF-8 since. */
final class BlockText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char NOT_UTF_8 = '\uFFFD';

    private BlockText() {}

    /** An accent as Windows writes it is hardly ever valid UTF-8. */
    static String decode(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        if (text.indexOf(NOT_UTF_8) >= 0) {
            return new String(content, WINDOWS);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
