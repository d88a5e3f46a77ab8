package cadran.server;

import cadran.server.auth.PasswordCost;
import cadran.server.db.DatabaseSettings;
import cadran.server.http.HttpSettings;
import cadran.server.keys.MasterKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of the server, with type, default and check. {@link #read} takes them from the environment and, where
 * that is silent, from a properties file; tests and the embedded server start from {@link #inFolder}.
 *
 * @param lines the settings as the start prints them, secrets masked
 */
public record Config(
        String bind,
        int port,
        Path data,
        DatabaseSettings database,
        @Nullable String masterKey,
        @Nullable Path masterKeyFile,
        @Nullable Path tlsCertificate,
        @Nullable Path tlsKey,
        int maxBody,
        int bodySeconds,
        @Nullable String metricsToken,
        PasswordCost passwordCost,
        Duration sessionIdle,
        Duration history,
        LogFormat log,
        List<String> lines) {

    private static final Duration STOP_TIME = Duration.ofSeconds(8);

    private static final String MASTER_KEYS =
            "([A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/]{43}=)(,[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/]{43}=)*";

    /** How the log is written: for a person, or one JSON object per line for a collector. */
    public enum LogFormat {
        TEXT,
        JSON
    }

    public static Config read(Map<String, String> environment, Path currentFolder) {
        var s = SettingsReader.open(environment, currentFolder);
        var bind = s.text("CADRAN_BIND", "127.0.0.1", "address the server listens on; 0.0.0.0 for all");
        int port = s.number("CADRAN_PORT", 8321, 0, 65_535, "port; 0 lets the system choose one");
        var data = s.folder("CADRAN_DATA", "cadran-data", "folder for the H2 file, blobs and keys");
        var url = s.matching("CADRAN_DB_URL", "", "jdbc:postgresql:.+", "empty for H2 in the data folder");
        var user = s.text("CADRAN_DB_USER", "cadran", "role that owns the tables (PostgreSQL)");
        var password = s.secret("CADRAN_DB_PASSWORD", ".*", "its password");
        int pool = s.number("CADRAN_DB_POOL", 16, 2, 500, "most connections to the database");
        var masterKey = s.secret("CADRAN_MASTER_KEY", MASTER_KEYS, "id:base64 of 32 bytes, active first, by commas");
        var masterKeyFile = s.existingFile("CADRAN_MASTER_KEY_FILE", "file with one such key per line");
        var certificate = s.existingFile("CADRAN_TLS_CERT", "PEM with the certificate and its chain");
        var key = s.existingFile("CADRAN_TLS_KEY", "PEM with its unencrypted PKCS#8 key");
        int maxBody = s.number("CADRAN_MAX_BODY", 8 << 20, 1024, 256 << 20, "bytes of the largest request");
        int seconds = s.number("CADRAN_BODY_SECONDS", 30, 1, 3600, "time a request's body may take to arrive");
        var metrics = s.secret("CADRAN_METRICS_TOKEN", "[!-~]{16,200}|", "bearer token for /metrics; empty: open");
        var cost = new PasswordCost(
                s.number("CADRAN_HASH_MEMORY", 19_456, 8_192, 1 << 20, "KiB that one password takes (Argon2id)"),
                s.number("CADRAN_HASH_PASSES", 2, 1, 100, "passes over that memory"),
                1,
                s.number("CADRAN_HASHES_AT_ONCE", 2, 1, 64, "passwords checked at the same time"));
        int days = s.number("CADRAN_SESSION_DAYS", 60, 1, 3650, "days after which a silent device signs in again");
        int history = s.number("CADRAN_HISTORY_DAYS", 90, 1, 3650, "days of history that desktops have offline");
        var log = s.choice("CADRAN_LOG", LogFormat.TEXT, LogFormat.class, "form of the log");
        if (s.isSet("CADRAN_TLS_CERT") != s.isSet("CADRAN_TLS_KEY")) {
            s.wrong(s.isSet("CADRAN_TLS_KEY") ? "CADRAN_TLS_CERT" : "CADRAN_TLS_KEY", "the other half of TLS is set");
        }
        if (!masterKey.isEmpty() && masterKeyFile != null) {
            s.wrong("CADRAN_MASTER_KEY_FILE", "CADRAN_MASTER_KEY is set too");
        }
        var database = url.isEmpty()
                ? DatabaseSettings.inFolder(data).withPool(pool)
                : new DatabaseSettings(url, user, password, pool);
        return new Config(
                bind,
                port,
                data,
                database,
                masterKey.isEmpty() ? null : masterKey,
                masterKeyFile,
                certificate,
                key,
                maxBody,
                seconds,
                metrics.isEmpty() ? null : metrics,
                cost,
                Duration.ofDays(days),
                Duration.ofDays(history),
                log,
                s.finish());
    }

    /** Loopback, a port that the system chooses, everything in one folder, the rest as by default. */
    public static Config inFolder(Path data) {
        return read(Map.of("CADRAN_DATA", data.toString(), "CADRAN_PORT", "0"), data);
    }

    public Config withDatabase(DatabaseSettings other) {
        return new Config(
                bind,
                port,
                data,
                other,
                masterKey,
                masterKeyFile,
                tlsCertificate,
                tlsKey,
                maxBody,
                bodySeconds,
                metricsToken,
                passwordCost,
                sessionIdle,
                history,
                log,
                lines);
    }

    HttpSettings http() {
        return new HttpSettings(
                bind, port, tlsCertificate, tlsKey, maxBody, Duration.ofSeconds(bodySeconds), STOP_TIME, metricsToken);
    }

    MasterKeys masterKeys(SecureRandom random) {
        if (masterKey != null) return MasterKeys.parse(masterKey);
        return masterKeyFile == null ? MasterKeys.inFolder(data, random) : MasterKeys.read(masterKeyFile);
    }

    /** Secrets never show, whoever prints it. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
