package cadran.desktop.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Lets H2 reach {@link OrderedFile}s by name: "ordered:file". */
public final class OrderedPath extends FilePathWrapper {
    private static final String SCHEME = "ordered";

    static {
        FilePath.register(new OrderedPath());
    }

    /** @param location possibly behind the name of another H2 file system */
    public static String of(String location) {
        return SCHEME + ":" + location;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new OrderedFile(super.open(mode));
    }
}
