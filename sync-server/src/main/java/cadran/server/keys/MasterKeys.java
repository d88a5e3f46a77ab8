package cadran.server.keys;

import cadran.server.settings.WrongSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The keys that seal everything else, each with an id. The first one seals, all of them open: that is how one is
 * replaced by the next. Written as {@code id:base64}, one per line or separated by commas.
 */
public final class MasterKeys {
    static final int BYTES = 32;
    private static final String FILE = "master.key";

    private final Map<String, byte[]> keys;

    private MasterKeys(Map<String, byte[]> keys) {
        this.keys = keys;
    }

    public static MasterKeys parse(String text) {
        var keys = new LinkedHashMap<String, byte[]>();
        for (String entry : text.strip().split("[,\\s]+", -1)) {
            int colon = entry.indexOf(':');
            if (colon < 1 || colon > 32) throw new IllegalArgumentException("A master key has the form id:base64");
            var key = Base64.getDecoder().decode(entry.substring(colon + 1));
            if (key.length != BYTES) throw new IllegalArgumentException("A master key has " + BYTES + " bytes");
            if (keys.put(entry.substring(0, colon), key) != null) {
                throw new IllegalArgumentException("Two master keys have the same id");
            }
        }
        return new MasterKeys(keys);
    }

    public static MasterKeys read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException unusable) {
            throw WrongSettings.of("CADRAN_MASTER_KEY_FILE", file + " can't be used: " + unusable.getMessage());
        }
    }

    /** The keys in the data folder; the first start makes one that only this account can read. */
    public static MasterKeys inFolder(Path data, SecureRandom random) {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            try {
                Files.createDirectories(data);
                create(file, generate(random).text());
            } catch (FileAlreadyExistsException anotherWasFaster) {
                return read(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return read(file);
    }

    private static void create(Path file, String text) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } else {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        }
    }

    public static MasterKeys generate(SecureRandom random) {
        return new MasterKeys(new LinkedHashMap<>()).withNew(random);
    }

    /** The same keys behind a new active one. */
    public MasterKeys withNew(SecureRandom random) {
        var id = new byte[4];
        var key = new byte[BYTES];
        random.nextBytes(id);
        random.nextBytes(key);
        var all = new LinkedHashMap<String, byte[]>();
        all.put(HexFormat.of().formatHex(id), key);
        all.putAll(keys);
        return new MasterKeys(all);
    }

    /** Replaces the file in the data folder in one step. */
    public void writeInto(Path data) {
        var file = data.resolve(FILE);
        var next = data.resolve(FILE + ".next");
        try {
            Files.deleteIfExists(next);
            create(next, text());
            Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> ids() {
        return List.copyOf(keys.keySet());
    }

    byte[] key(String id) {
        var key = keys.get(id);
        if (key == null) throw new IllegalArgumentException(id);
        return Arrays.copyOf(key, key.length);
    }

    private String text() {
        return keys.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + Base64.getEncoder().encodeToString(entry.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public String toString() {
        return "master keys " + ids();
    }
}
