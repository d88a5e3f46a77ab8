package cadran.model.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.engine.Constants;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Lets H2 reach {@link OrderedFile}s by name: "ordered:file". */
public final class OrderedPath extends FilePathWrapper {
    private static final String SCHEME = "ordered";

    private static final String URL = "jdbc:h2:";
    private static final String FILE = URL + "file:";

    static {
        FilePath.register(new OrderedPath());
    }

    /** @param location possibly behind the name of another H2 file system */
    public static String of(String location) {
        return SCHEME + ":" + location;
    }

    /** The same file of a JDBC URL; a database in memory stays what it is. */
    public static String in(String url) {
        return url.startsWith(FILE) ? URL + of(url.substring(URL.length())) : url;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var file = super.open(mode);
        // Beside it H2 writes others, a trace for instance, that have neither head nor parts.
        return name.endsWith(Constants.SUFFIX_MV_FILE) ? new OrderedFile(file) : file;
    }
}
