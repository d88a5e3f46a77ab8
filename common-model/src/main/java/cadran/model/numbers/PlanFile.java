package cadran.model.numbers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Numbering plans are data, so that they can follow the regulators without a change of the program. */
final class PlanFile {
    private PlanFile() {}

    static List<PlanPrefix> shipped(String name) {
        var file = Objects.requireNonNull(PlanFile.class.getResourceAsStream(name), name);
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines starting with # are remarks, the first other line names the columns. */
    static List<PlanPrefix> read(Reader reader) {
        return new BufferedReader(reader)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(PlanPrefix::ofLine)
                .toList();
    }
}
