package cadran.server.blobs;

import cadran.model.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The files themselves: {@code ab/abcd…}, forced to the disk before they get their name, so a name means complete. */
final class BlobFiles {
    record Written(String sha256, long size) {}

    private final Path folder;

    BlobFiles(Path folder) {
        this.folder = folder;
    }

    Written write(InputStream content, long maxBytes, @Nullable String expected) throws IOException {
        Files.createDirectories(folder);
        var incoming = Files.createTempFile(folder, "incoming-", ".tmp");
        try {
            var written = copy(content, incoming, maxBytes);
            if (expected != null && !expected.equals(written.sha256())) {
                throw Problem.of("blob.wrong_hash").asException();
            }
            var shelf = Files.createDirectories(shelf(written.sha256()));
            var file = shelf.resolve(written.sha256());
            Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(shelf);
            force(folder);
            return written;
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private static Written copy(InputStream content, Path target, long maxBytes) throws IOException {
        var digest = sha256();
        long size = 0;
        var buffer = new byte[1 << 16];
        try (var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw Problem.of("blob.too_large").with("bytes", maxBytes).asException();
                }
                digest.update(buffer, 0, read);
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) channel.write(bytes);
            }
            channel.force(true);
        }
        return new Written(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** The new name too must survive a power cut; Windows can't open folders and needs none of it. */
    private static void force(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    InputStream open(String sha256) throws IOException {
        return Files.newInputStream(shelf(sha256).resolve(sha256));
    }

    private Path shelf(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("Not a SHA-256");
        return folder.resolve(sha256.substring(0, 2));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
