package cadran.desktop.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** One language's sentences by key, read from the class path. */
final class TextFile {
    private TextFile() {}

    static Map<String, String> read(Language language) {
        var name = "texts_" + language.code() + ".properties";
        var properties = new Properties();
        try (var in = Objects.requireNonNull(TextFile.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sentences = new HashMap<String, String>();
        properties.forEach((key, sentence) -> sentences.put((String) key, (String) sentence));
        return Map.copyOf(sentences);
    }
}
