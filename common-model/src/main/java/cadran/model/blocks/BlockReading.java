package cadran.model.blocks;

import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been read of a file so far. A line in doubt is left out and named; too many of them, and so is the file. */
final class BlockReading {
    /** Slips of the regulator's are few; more is an accident to the file, and half an answer would pass for a whole one. */
    static final int MOST_SKIPPED = 50;

    private static final List<String> COLUMNS =
            List.of("EZABPQM", "Tranche_Debut", "Tranche_Fin", "Mnémo", "Territoire", "Date_Attribution");
    private static final int ACCENTED = 3;

    /** What becomes of its accent in a file that was read as something else and written again. */
    private static final String SPOILT = "Mn.{1,8}mo";

    private final List<BlockLine> lines = new ArrayList<>();
    private final List<Problem> skipped = new ArrayList<>();
    private int rows;

    private BlockReading() {}

    static Checked<BlockFile> of(String text, String fingerprint) {
        if (text.isBlank()) {
            return Checked.invalid(Problem.of("blocks.empty"));
        }
        var lines = text.lines().toList();
        return wrongColumns(Cells.of(lines.getFirst()))
                .map(Checked::<BlockFile>invalid)
                .orElseGet(() -> new BlockReading().read(lines, isCut(text), fingerprint));
    }

    private static Optional<Problem> wrongColumns(List<String> found) {
        if (found.equals(COLUMNS)) {
            return Optional.empty();
        }
        var mended = new ArrayList<>(found);
        if (found.size() > ACCENTED && found.get(ACCENTED).matches(SPOILT)) {
            mended.set(ACCENTED, COLUMNS.get(ACCENTED));
        }
        return Optional.of(mended.equals(COLUMNS) ? Problem.of("blocks.encoding") : Problem.of("blocks.other_file"));
    }

    /** Its last line has no end. By itself that is only the way of some editors. */
    private static boolean isCut(String text) {
        return !text.endsWith("\n") && !text.endsWith("\r");
    }

    private Checked<BlockFile> read(List<String> file, boolean cut, String fingerprint) {
        for (int number = 2; number <= file.size(); number++) {
            var text = file.get(number - 1);
            if (!text.isBlank() && !add(BlockLine.read(number, text)) && cut && number == file.size()) {
                return Checked.invalid(Problem.of("blocks.cut_off").with("line", number));
            }
        }
        var contradictions = new Contradictions(lines);
        lines.removeIf(contradictions::has);
        skipped.addAll(contradictions.problems());
        return result(fingerprint);
    }

    private boolean add(Checked<BlockLine> read) {
        rows++;
        return switch (read) {
            case Checked.Valid<BlockLine>(var line, var _) -> lines.add(line);
            case Checked.Invalid<BlockLine>(var problem) -> !skipped.add(problem);
        };
    }

    private Checked<BlockFile> result(String fingerprint) {
        if (rows == 0) {
            return Checked.invalid(Problem.of("blocks.empty"));
        }
        if (lines.isEmpty() || skipped.size() > MOST_SKIPPED) {
            return Checked.invalid(Problem.of("blocks.damaged")
                    .with("skipped", skipped.size())
                    .with("rows", rows)
                    .with("line", String.valueOf(skipped.getFirst().args().get("line"))));
        }
        return new Checked.Valid<>(new BlockFile(new NumberBlocks(lines), rows, fingerprint), skipped);
    }
}
