package cadran.server.sync;

import cadran.model.wire.ChangesWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A page made in memory, because a slow client must hold neither a snapshot nor a connection. */
final class Packed {
    private static final int BUFFER = 1 << 16;

    private Packed() {}

    static byte[] page(Consumer<ChangesWriter> content) {
        var bytes = new ByteArrayOutputStream(BUFFER);
        try (var packed = new Fast(bytes)) {
            var page = new ChangesWriter(packed);
            content.accept(page);
            page.end();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** Rows are packed once and read once: a tenth more bytes for a third of the time. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
