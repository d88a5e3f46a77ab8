package cadran.server.db;

import java.nio.file.Path;

/** Which database, and as whom. The kind follows from the URL. */
public record DatabaseSettings(String url, String user, String password, int poolSize) {
    private static final int DEFAULT_POOL = 16;

    /** The database of a server that was configured nothing: one H2 file in the data folder. */
    public static DatabaseSettings inFolder(Path data) {
        return new DatabaseSettings("jdbc:h2:file:" + data.toAbsolutePath().resolve("cadran"), "sa", "", DEFAULT_POOL);
    }

    public static DatabaseSettings at(String url, String user, String password) {
        return new DatabaseSettings(url, user, password, DEFAULT_POOL);
    }

    public DatabaseSettings withPool(int connections) {
        return new DatabaseSettings(url, user, password, connections);
    }

    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Written into logs and messages: neither the password nor the URL's parameters, which may hold one. */
    @Override
    public String toString() {
        return url.replaceFirst("[?;].*", "") + " as " + user;
    }
}
