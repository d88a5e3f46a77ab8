package cadran.server.blobs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.model.ids.OrganisationId;
import cadran.model.problem.ProblemException;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {
    private static final byte[] CONTENT = "a logo".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = "7f4b2b5f0a4c6d0ac5a7f6b2d6bf8a7b1a4d4a0f2f4bb9b2a8a0f3ad6f2a0000";

    private final OrganisationId ours = new OrganisationId(UUID.randomUUID());
    private final OrganisationId theirs = new OrganisationId(UUID.randomUUID());

    @TempDir
    private Path folder;

    private BlobStore store(Database db) {
        return new BlobStore(db, folder, new SettableClock());
    }

    private Blob put(Database db, OrganisationId organisation, long most, @Nullable String expected)
            throws IOException {
        return store(db).put(organisation, new ByteArrayInputStream(CONTENT), "image/png", most, expected);
    }

    @DatabaseTest
    void whatWasPutComesBack(Database db) throws IOException {
        var blob = put(db, ours, 100, null);
        assertEquals(CONTENT.length, blob.size());
        try (var content = store(db).open(ours, blob.sha256())) {
            assertArrayEquals(CONTENT, content.readAllBytes());
        }
        assertEquals(blob, put(db, ours, 100, blob.sha256()));
        assertEquals(0, incoming());
    }

    @DatabaseTest
    void aHashAloneOpensNothing(Database db) throws IOException {
        var blob = put(db, theirs, 100, null);
        var refused = assertThrows(ProblemException.class, () -> store(db).open(ours, blob.sha256()));
        assertEquals("row.not_found", refused.problem().code());
        assertThrows(ProblemException.class, () -> store(db).open(ours, "../../master.key"));
        put(db, ours, 100, null);
        store(db).open(ours, blob.sha256()).close();
    }

    @DatabaseTest
    void whatIsTooLargeOrSomethingElseLeavesNothing(Database db) throws IOException {
        assertEquals(
                "blob.too_large",
                assertThrows(ProblemException.class, () -> put(db, ours, 3, null))
                        .problem()
                        .code());
        assertEquals(
                "blob.wrong_hash",
                assertThrows(ProblemException.class, () -> put(db, ours, 100, SHA256))
                        .problem()
                        .code());
        assertEquals(0, incoming());
    }

    @DatabaseTest
    void manyAtOnceKeepOneFile(Database db) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = IntStream.range(0, 10)
                    .mapToObj(i -> threads.submit(() -> put(db, ours, 100, null)))
                    .toList();
            for (var put : puts) assertEquals(CONTENT.length, put.get().size());
        }
    }

    private long incoming() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
