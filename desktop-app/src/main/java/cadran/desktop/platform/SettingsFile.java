package cadran.desktop.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program remembers on this computer whoever signs in: look, language, window, column widths. Each part owns
 * its keys. Nothing here is worth losing work for: a missing or damaged file means defaults.
 */
public final class SettingsFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final Executor later;
    private final Map<String, String> values = new ConcurrentSkipListMap<>();
    private final AtomicBoolean writePending = new AtomicBoolean();

    /** @param later runs a task after a moment, so that a dragged column is one write and not a hundred */
    public SettingsFile(Path file, Executor later) {
        this.file = file;
        this.later = later;
        values.putAll(read(file));
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public void put(String key, String value) {
        if (!value.equals(values.put(key, value)) && writePending.compareAndSet(false, true)) {
            later.execute(this::write);
        }
    }

    private static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("Settings unreadable, using defaults", damaged);
            return Map.of();
        }
        var read = new TreeMap<String, String>();
        properties.forEach((key, value) -> read.put((String) key, (String) value));
        return read;
    }

    private synchronized void write() {
        writePending.set(false);
        var properties = new Properties();
        properties.putAll(values);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (writePending.get()) {
            write();
        }
    }
}
