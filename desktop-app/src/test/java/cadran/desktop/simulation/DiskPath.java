package cadran.desktop.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/** Lets H2 reach the simulated disks: "sim…:machine/file". */
public final class DiskPath extends FilePath {
    /** Its own for each class loader, because H2 knows one file system per scheme. */
    private static final String SCHEME = "sim" + Integer.toHexString(System.identityHashCode(DiskPath.class));

    private static final Map<String, Disk> DISKS = new ConcurrentHashMap<>();

    static {
        FilePath.register(new DiskPath());
    }

    /**
     * Each life of a disk has a name of its own. H2 knows a database by its name, and forgets the one of that name as often
     * as somebody touches a session of one that was shut down: by then that could be the one of the machine's next life.
     */
    static String mount(String machine, Disk disk) {
        String name = machine + "-" + disk.life();
        DISKS.put(name, disk);
        return SCHEME + ":" + name + "/";
    }

    static void unmount(String machine) {
        DISKS.keySet().removeIf(name -> name.startsWith(machine + "-"));
    }

    private String path() {
        return name.substring(name.indexOf(':') + 1);
    }

    private Disk disk() {
        String path = path();
        int slash = path.lastIndexOf('/');
        var disk = DISKS.get(slash < 0 ? path : path.substring(0, slash));
        return Objects.requireNonNull(disk, name);
    }

    private String file() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FilePath getPath(String path) {
        var made = new DiskPath();
        made.name = path;
        return made;
    }

    @Override
    public long size() {
        return disk().size(file());
    }

    @Override
    public boolean exists() {
        return isDirectory() || disk().exists(file());
    }

    @Override
    public boolean isDirectory() {
        return DISKS.containsKey(path());
    }

    @Override
    public boolean isRegularFile() {
        return !isDirectory() && disk().exists(file());
    }

    @Override
    public void delete() {
        disk().delete(file());
    }

    @Override
    public void moveTo(FilePath target, boolean atomicReplace) {
        disk().rename(file(), ((DiskPath) target).file());
    }

    @Override
    public boolean createFile() {
        return !disk().exists(file());
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        // H2 replaces what is in the list when another file system stands on this one.
        List<FilePath> files = new ArrayList<>();
        disk().names().forEach(each -> files.add(getPath(name + "/" + each)));
        return files;
    }

    @Override
    public FilePath toRealPath() {
        return this;
    }

    @Override
    public @Nullable FilePath getParent() {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? null : getPath(name.substring(0, slash));
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public boolean canWrite() {
        return true;
    }

    @Override
    public void createDirectory() {}

    @Override
    public boolean setReadOnly() {
        return false;
    }

    @Override
    public FileChannel open(String mode) {
        return new Channel(disk(), file());
    }

    private static final class Channel extends FileBaseDefault {
        private final Disk disk;
        private final String file;
        private final int life;

        private Channel(Disk disk, String file) {
            this.disk = disk;
            this.file = file;
            life = disk.life();
        }

        @Override
        public long size() {
            return disk.size(file);
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) {
            return disk.read(file, to, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            return disk.write(life, file, from, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.truncate(life, file, size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            disk.force(life, file);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            return new FileLock(this, position, size, shared) {
                @Override
                public boolean isValid() {
                    return true;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        protected void implCloseChannel() {}

        /** H2 says it when a write fails, and a trace must say the same each time. */
        @Override
        public String toString() {
            return file;
        }
    }
}
