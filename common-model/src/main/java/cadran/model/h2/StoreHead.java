package cadran.model.h2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.jspecify.annotations.Nullable;

/**
 * The head of a file of H2: two blocks that say the same, which part of the file was written last among it. Each part ends
 * in a foot that says which one it is.
 */
final class StoreHead {
    static final int BLOCK = 4096;
    /** Of the head itself; what comes behind it are parts. */
    static final int BYTES = 2 * BLOCK;

    private static final int FOOT = 128;
    private static final String CHECK = "fletcher";

    private final Map<String, String> said;

    private StoreHead(Map<String, String> said) {
        this.said = said;
    }

    /** Null when the block holds none. */
    static @Nullable StoreHead of(ByteBuffer block) {
        var said = parsed(block.slice(block.position(), BLOCK));
        return said == null || !said.containsKey("created") ? null : new StoreHead(said);
    }

    /** After a part was written; null when it is no whole one. */
    @Nullable
    StoreHead after(ByteBuffer part, long position) {
        var foot = parsed(part.slice(part.limit() - FOOT, FOOT));
        if (foot == null || !foot.containsKey("version")) {
            return null;
        }
        var all = new HashMap<>(said);
        all.put("block", Long.toHexString(position / BLOCK));
        all.put("chunk", foot.get("chunk"));
        all.put("version", foot.get("version"));
        all.remove("clean");
        return new StoreHead(all);
    }

    /** Of the part that it names, 0 for none. */
    long version() {
        var version = said.get("version");
        return version == null ? 0 : DataUtils.parseHexLong(version);
    }

    ByteBuffer bytes() {
        var text = DataUtils.appendMap(new StringBuilder(), new HashMap<>(said));
        var checked = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        DataUtils.appendMap(text, CHECK, DataUtils.getFletcher32(checked, 0, checked.length));
        var line = text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(BYTES).put(line).position(BLOCK).put(line).rewind();
    }

    private static @Nullable Map<String, String> parsed(ByteBuffer bytes) {
        var text = StandardCharsets.ISO_8859_1.decode(bytes).toString().trim();
        int check = text.lastIndexOf("," + CHECK + ":");
        if (check < 0) {
            return null;
        }
        var checked = text.substring(0, check).getBytes(StandardCharsets.ISO_8859_1);
        var sum = text.substring(check + CHECK.length() + 2);
        return sum.equals(Integer.toHexString(DataUtils.getFletcher32(checked, 0, checked.length)))
                ? DataUtils.parseMap(text.substring(0, check))
                : null;
    }
}
