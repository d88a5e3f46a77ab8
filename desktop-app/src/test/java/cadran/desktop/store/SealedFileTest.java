package cadran.desktop.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.h2.store.fs.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFileTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final FileKey KEY = FileKey.random(new Random(3));

    @TempDir
    Path folder;

    private String path() {
        return SealedPath.of(folder.resolve("file").toString(), KEY);
    }

    private static String xts(String key, long sector, String plain) {
        var bytes = HEX.parseHex(plain);
        new Xts(HEX.parseHex(key)).encrypt(sector * Xts.SECTOR, bytes, bytes.length);
        return HEX.formatHex(bytes);
    }

    @Test
    void theStandardsOwnExamplesComeOut() {
        assertEquals(
                "917cf69ebd68b2ec9b9fe9a3eadda692cd43d2f59598ed858c02c2652fbf922e",
                xts("00".repeat(32), 0, "00".repeat(32)));
        assertEquals(
                "c454185e6a16936e39334038acef838bfb186fff7480adc4289382ecd6d394f0",
                xts("11".repeat(16) + "22".repeat(16), 0x3333333333L, "44".repeat(32)));
    }

    @Test
    void anyPartReadsAsItWasWritten() throws IOException {
        var random = new Random(5);
        var bytes = new byte[5 * Xts.SECTOR];
        random.nextBytes(bytes);
        try (var file = FileUtils.open(path(), "rw")) {
            file.write(ByteBuffer.wrap(bytes), 0);
            for (int i = 0; i < 500; i++) {
                int from = random.nextInt(bytes.length);
                var part = ByteBuffer.allocate(random.nextInt(2 * Xts.SECTOR) + 1);
                int count = file.read(part, from);
                assertEquals(Math.min(part.capacity(), bytes.length - from), count);
                assertArrayEquals(Arrays.copyOfRange(bytes, from, from + count), Arrays.copyOf(part.array(), count));
            }
            assertEquals(-1, file.read(ByteBuffer.allocate(1), bytes.length));
            assertEquals(bytes.length, file.size());
        }
        assertEquals(bytes.length, FileUtils.size(path()));
    }

    @Test
    void nothingOfItCanBeReadInTheFileAndEqualSectorsDiffer() throws IOException {
        var text = "+33123456789".getBytes(StandardCharsets.US_ASCII);
        var sector = Arrays.copyOf(text, Xts.SECTOR);
        try (var file = FileUtils.open(path(), "rw")) {
            file.write(ByteBuffer.wrap(sector), 0);
            file.write(ByteBuffer.wrap(sector), Xts.SECTOR);
        }
        var bytes = Files.readAllBytes(folder.resolve("file"));
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("123456789"));
        var first = Arrays.copyOfRange(bytes, SealedFile.HEADER, SealedFile.HEADER + Xts.SECTOR);
        var second = Arrays.copyOfRange(bytes, SealedFile.HEADER + Xts.SECTOR, bytes.length);
        assertFalse(Arrays.equals(first, second));
    }

    @Test
    void anotherKeyReadsNothing() throws IOException {
        try (var file = FileUtils.open(path(), "rw")) {
            file.write(ByteBuffer.wrap(new byte[Xts.SECTOR]), 0);
        }
        var other = SealedPath.of(folder.resolve("file").toString(), FileKey.random(new Random(4)));
        try (var file = FileUtils.open(other, "r")) {
            var read = ByteBuffer.allocate(Xts.SECTOR);
            file.read(read, 0);
            assertFalse(Arrays.equals(new byte[Xts.SECTOR], read.array()));
        }
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Files.write(folder.resolve("file"), new byte[3 * Xts.SECTOR]);
        assertThrows(IOException.class, () -> FileUtils.open(path(), "rw").close());
    }
}
