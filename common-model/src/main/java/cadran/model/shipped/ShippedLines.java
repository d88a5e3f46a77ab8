package cadran.model.shipped;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lines of a table that ships with the program: those starting with # are remarks, the first other one names the columns. */
public final class ShippedLines {
    private ShippedLines() {}

    /** @param beside a class of the package that the table belongs to */
    public static List<String> of(Class<?> beside, String name) {
        var file = Objects.requireNonNull(beside.getResourceAsStream(name), name);
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> read(Reader reader) {
        return new BufferedReader(reader)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .toList();
    }
}
