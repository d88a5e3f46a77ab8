package cadran.desktop.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Lets H2 reach {@link SealedFile}s by name: "sealed:key:file". A path ends up in messages, so it carries a name for the
 * key and not the key.
 */
public final class SealedPath extends FilePathWrapper {
    private static final String SCHEME = "sealed";
    private static final Map<String, FileKey> KEYS = new ConcurrentHashMap<>();

    static {
        FilePath.register(new SealedPath());
    }

    /** @param location possibly behind the name of another H2 file system */
    static String of(String location, FileKey key) {
        KEYS.put(key.name(), key);
        return SCHEME + ":" + key.name() + ":" + location;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    protected String getPrefix() {
        return SCHEME + ":" + keyName(name) + ":";
    }

    private static String keyName(String path) {
        return path.substring(SCHEME.length() + 1, path.indexOf(':', SCHEME.length() + 1));
    }

    @Override
    public FilePath unwrap(String path) {
        return FilePath.get(path.substring(path.indexOf(':', SCHEME.length() + 1) + 1));
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return SealedFile.open(super.open(mode), Objects.requireNonNull(KEYS.get(keyName(name))));
    }

    @Override
    public long size() {
        return Math.max(0, super.size() - SealedFile.HEADER);
    }
}
