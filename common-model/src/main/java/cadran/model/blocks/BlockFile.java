package cadran.model.blocks;

import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The regulator's file of blocks (MAJNUM.csv), as somebody downloaded it and perhaps an editor saved it anew.
 *
 * @param rows lines with something in them, whether they could be read or not
 * @param fingerprint of its bytes: the same file is recognised whatever its name
 */
public record BlockFile(NumberBlocks blocks, int rows, String fingerprint) {

    /** Only blocks that were withdrawn can make an edition smaller, and those are few. */
    private static final double LEAST_OF_EARLIER = 0.9;

    /** What numbers begin with as they are dialled in France, short ones last: under each the regulator has allotted blocks for years. */
    private static final List<String> BEGINNINGS = List.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "3");

    /** The warnings name the lines that are left out, with the reason. */
    public static Checked<BlockFile> read(byte[] content) {
        return BlockReading.of(BlockText.decode(content), fingerprint(content));
    }

    /** What a person should know where there is no earlier one to compare with: cut at the end of a line, a file looks whole. */
    public Optional<Problem> alone() {
        var missing = BEGINNINGS.stream()
                .filter(beginning -> !blocks.hasUnder(beginning))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of("blocks.partial").with("missing", String.join(", ", missing)));
    }

    /** What a person should know before this file takes the place of an earlier one. */
    public Optional<Problem> replacing(BlockFile earlier) {
        if (fingerprint.equals(earlier.fingerprint)) {
            return Optional.of(Problem.of("blocks.already_loaded"));
        }
        return blocks.size() < earlier.blocks.size() * LEAST_OF_EARLIER
                ? Optional.of(
                        Problem.of("blocks.fewer").with("count", blocks.size()).with("earlier", earlier.blocks.size()))
                : Optional.empty();
    }

    private static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
