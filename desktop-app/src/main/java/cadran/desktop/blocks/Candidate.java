package cadran.desktop.blocks;

import cadran.desktop.platform.Progress;
import cadran.model.blocks.BlockFile;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file that was chosen and read, before it takes the place of the one in use. */
final class Candidate {
    /** The regulator's has one megabyte. */
    private static final long MOST_BYTES = 32L << 20;

    private static final int STEP = 1 << 16;

    private final byte[] content;
    private final BlockFile file;
    private final List<Problem> skipped;
    private final Optional<Problem> doubt;

    private Candidate(byte[] content, BlockFile file, List<Problem> skipped, Optional<Problem> doubt) {
        this.content = content;
        this.file = file;
        this.skipped = skipped;
        this.doubt = doubt;
    }

    /** Throws the problem with what is no such file. */
    static Candidate read(Path path, Optional<BlockFile> inUse, Progress progress) {
        var content = content(path, progress);
        return switch (BlockFile.read(content)) {
            case Checked.Invalid<BlockFile>(var problem) -> throw problem.asException();
            case Checked.Valid<BlockFile>(var file, var skipped) ->
                new Candidate(
                        content, file, skipped, inUse.isPresent() ? inUse.flatMap(file::replacing) : file.alone());
        };
    }

    private static byte[] content(Path path, Progress progress) {
        var bytes = new ByteArrayOutputStream();
        try (var in = Files.newInputStream(path)) {
            long size = Files.size(path);
            if (size > MOST_BYTES) {
                throw Problem.of("blocks.too_big").asException();
            }
            for (var part = in.readNBytes(STEP); part.length > 0; part = in.readNBytes(STEP)) {
                progress.stopIfCancelled();
                bytes.writeBytes(part);
                progress.report(bytes.size(), size);
            }
        } catch (IOException gone) {
            throw Problem.of("blocks.unreadable").asException();
        }
        return bytes.toByteArray();
    }

    byte[] content() {
        return content;
    }

    BlockFile file() {
        return file;
    }

    /** One for each line that is left out. */
    List<Problem> skipped() {
        return skipped;
    }

    /** What should be known before it takes the other's place. */
    Optional<Problem> doubt() {
        return doubt;
    }

    boolean isInUse() {
        return doubt.filter(problem -> problem.code().equals("blocks.already_loaded"))
                .isPresent();
    }
}
