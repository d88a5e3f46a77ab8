package cadran.model.h2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedFileTest {
    @TempDir
    @SuppressWarnings("NullAway")
    Path folder;

    @SuppressWarnings("NullAway")
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("it.mv.db");
    }

    @Test
    void theHeadNamesEachPartThatWasForced() throws IOException {
        try (var store = open()) {
            for (int value = 1; value <= 30; value++) {
                assertEquals(save(store, value), head().version());
            }
        }
    }

    /** H2 then goes on from an older part, with versions that were used before. */
    @Test
    void whereTheLastPartsAreDamagedTheHeadNamesTheNextOneAllTheSame() throws IOException {
        var killed = folder.resolve("killed.mv.db");
        long named;
        try (var store = open()) {
            for (int value = 1; value < 10; value++) {
                save(store, value);
            }
            named = head().version();
            Files.copy(file, killed);
        }
        file = killed;
        damageThePart(named);
        damageThePart(named - 1);

        try (var store = open()) {
            assertTrue(store.getCurrentVersion() < named, "H2 took the damaged part for whole");
            assertEquals(save(store, 10), head().version());
            assertEquals(save(store, 11), head().version());
        }
        assertEquals(11, saved());
    }

    @Test
    void aFileBesideADatabaseIsWrittenAsItComes() throws IOException {
        var beside = folder.resolve("it.temp.db");
        try (var channel = FileUtils.open(OrderedPath.of(beside.toString()), "rw")) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2}));
            channel.write(ByteBuffer.wrap(new byte[] {3}));
        }
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(beside));
    }

    private MVStore open() {
        return new MVStore.Builder()
                .fileName(OrderedPath.of(file.toString()))
                .autoCommitDisabled()
                .open();
    }

    /** The version that it was saved as. */
    private static long save(MVStore store, int value) {
        store.openMap("values").put("value", value);
        long version = store.commit();
        store.sync();
        return version;
    }

    private @Nullable Object saved() {
        try (var store = open()) {
            return store.openMap("values").get("value");
        }
    }

    private StoreHead head() throws IOException {
        return Objects.requireNonNull(StoreHead.of(ByteBuffer.wrap(Files.readAllBytes(file))));
    }

    private void damageThePart(long version) throws IOException {
        var bytes = Files.readAllBytes(file);
        var foot = "version:" + Long.toHexString(version) + ",fletcher";
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(foot);
        assertTrue(at > StoreHead.BYTES, "no such part");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(foot.length()), at);
        }
    }
}
