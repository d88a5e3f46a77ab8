package cadran.model.numbers;

import cadran.model.shipped.ShippedLines;
import java.io.Reader;
import java.util.List;

/** Numbering plans are data, so that they can follow the regulators without a change of the program. */
final class PlanFile {
    private PlanFile() {}

    static List<PlanPrefix> shipped(String name) {
        return read(ShippedLines.of(PlanFile.class, name));
    }

    static List<PlanPrefix> read(Reader reader) {
        return read(ShippedLines.read(reader));
    }

    private static List<PlanPrefix> read(List<String> lines) {
        return lines.stream().map(PlanPrefix::ofLine).toList();
    }
}
