package cadran.desktop.blocks;

import cadran.desktop.platform.PrivateFile;
import cadran.model.blocks.BlockFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The regulator's file in the profile's folder, with the very bytes that were chosen. Everybody may know them, so they are
 * not sealed.
 */
final class KeptFile {
    private final PrivateFile file;

    KeptFile(Path folder) {
        file = new PrivateFile(folder.resolve("majnum.csv"));
    }

    /** Throws the problem with a file that was accepted once and is damaged since. */
    Optional<BlockFile> read() {
        return file.read().map(content -> BlockFile.read(content).orThrow());
    }

    void replace(byte[] content) {
        file.write(content);
    }
}
