package cadran.server;

import cadran.server.settings.WrongSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder with the database file, the blobs and the master key: for the server's account alone. */
final class DataFolder {
    private DataFolder() {}

    static void create(Path folder) {
        if (Files.isDirectory(folder)) return;
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var owner = PosixFilePermissions.fromString("rwx------");
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException failure) {
            throw WrongSettings.of("CADRAN_DATA", folder + " can't be made: " + failure);
        }
    }
}
