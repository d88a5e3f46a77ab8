package cadran.model.blocks;

import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines that give the same numbers to two blocks of which neither lies inside the other, or the same block to two
 * operators. Which of them is right nobody can tell from the file, so neither is believed, nor a block around both, which
 * would answer in their place: whoever compares a number with its operator hears "unknown" rather than a wrong name.
 */
final class Contradictions {
    /** Each line that is not believed, with the first one that says otherwise. */
    private final Map<Integer, Integer> others = new TreeMap<>();

    Contradictions(List<BlockLine> lines) {
        var open = new ArrayList<BlockLine>();
        for (var line : lines.stream().sorted(BlockLine.OUTER_FIRST).toList()) {
            open.removeIf(earlier -> earlier.last() < line.first());
            open.stream()
                    .filter(earlier -> contradict(earlier, line))
                    .findFirst()
                    .ifPresent(earlier -> {
                        others.putIfAbsent(line.line(), earlier.line());
                        open.forEach(each -> others.putIfAbsent(each.line(), line.line()));
                    });
            open.add(line);
        }
    }

    /** @param earlier begins before the other or with it, and isn't over where the other begins */
    private static boolean contradict(BlockLine earlier, BlockLine later) {
        boolean alike = earlier.first() == later.first() && earlier.last() == later.last();
        return alike ? !earlier.holder().equals(later.holder()) : earlier.last() < later.last();
    }

    boolean has(BlockLine line) {
        return others.containsKey(line.line());
    }

    List<Problem> problems() {
        return others.entrySet().stream()
                .map(found -> Problem.of("blocks.overlap")
                        .with("line", found.getKey())
                        .with("other", found.getValue()))
                .toList();
    }
}
