package cadran.desktop.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;

/** Where a benchmark runs: a folder, and in it a server's data with as many rows as were asked for. */
public final class Site implements AutoCloseable {
    private final Path folder;
    private final boolean kept;
    private final @Nullable EmbeddedPostgres postgres;

    public Site(Options options) throws IOException, SQLException {
        this(options, true);
    }

    /** For what needs no server. */
    static Site empty(Options options) throws IOException, SQLException {
        return new Site(options, false);
    }

    private Site(Options options, boolean filled) throws IOException, SQLException {
        kept = options.data() != null;
        folder = options.data() != null
                ? Files.createDirectories(options.data().toAbsolutePath())
                : Files.createTempDirectory("cadran-bench");
        postgres = options.postgres() ? postgres(folder.resolve("postgres")) : null;
        if (filled && !Files.exists(folder.resolve("filled"))) {
            // The first start makes the tables, the first sign-in the organisation.
            try (var first = central()) {
                first.signIn(UUID.randomUUID());
            }
            fill(options.rows());
            Files.createFile(folder.resolve("filled"));
        }
    }

    /** Forced onto the disk as in earnest; the library's own default is not. */
    private static EmbeddedPostgres postgres(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start();
    }

    private void fill(int rows) throws SQLException {
        var url = postgres == null
                ? "jdbc:h2:file:" + folder.resolve("server/cadran")
                : database().getFirst();
        try (var connection = DriverManager.getConnection(url, postgres == null ? "sa" : "postgres", "")) {
            Fill.run(connection, rows);
        }
    }

    /** URL, user and password of a PostgreSQL, or nothing for H2 in the folder. */
    public List<String> database() {
        return postgres == null
                ? List.of()
                : List.of("jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "");
    }

    /** The same for an empty one. */
    public List<String> newDatabase() throws SQLException {
        if (postgres == null) {
            return List.of();
        }
        String name = "first" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(database().getFirst(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return List.of("jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name, "postgres", "");
    }

    /** The server's folder. */
    public Path server() {
        return folder.resolve("server");
    }

    public Central central() throws IOException {
        return new Central(server(), database());
    }

    /** A folder that is the same in the next run, where the data is kept. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** A new client's folder. */
    public Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(folder, name);
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
        if (!kept) {
            FileUtils.deleteRecursive(folder.toString(), false);
        }
    }
}
