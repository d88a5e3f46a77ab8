package cadran.server;

import cadran.server.audit.AuditLog;
import cadran.server.db.Database;
import cadran.server.keys.SigningKeys;
import cadran.server.keys.Vault;
import cadran.server.settings.WrongSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command line of the server. */
public final class Main {
    private static final String HELP = """
            cadran server [command]
              serve         run the server (what happens without a command)
              verify-audit  check the audit log of every organisation; exit code 1 if one is broken
              rotate-keys   a new master key that everything is sealed under again, and a new key for tokens;
                            with the server stopped
              help          this text
            Settings come from the environment or from cadran.properties in the data folder; the start prints them.
            """;

    private final PrintStream out;
    private final PrintStream errors;

    Main(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        int code = new Main(System.out, System.err)
                .run(arguments, System.getenv(), Path.of("").toAbsolutePath());
        if (code != 0) System.exit(code);
    }

    int run(String[] arguments, Map<String, String> environment, Path folder) {
        var command = arguments.length == 0 ? "serve" : arguments[0];
        if (command.equals("help")) {
            out.print(HELP);
            return 0;
        }
        try {
            var config = Config.read(environment, folder);
            LogSetup.apply(config.log());
            return switch (command) {
                case "serve" -> serve(config);
                case "verify-audit" -> verifyAudit(config);
                case "rotate-keys" -> rotateKeys(config);
                default -> {
                    errors.print("No such command: " + command + "\n" + HELP);
                    yield 2;
                }
            };
        } catch (WrongSettings wrong) {
            errors.println(wrong.getMessage());
            return 2;
        } catch (RuntimeException failure) {
            LoggerFactory.getLogger(Main.class).error("{} failed: {}", command, failure.getMessage(), failure);
            return 1;
        }
    }

    private int serve(Config config) {
        Logger log = LoggerFactory.getLogger(Main.class);
        config.lines().forEach(line -> log.info("{}", line));
        var server = new Server(config, Clock.systemUTC());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.stop();
                            log.info("Stopped");
                            stopped.countDown();
                        },
                        "stop"));
        int port = server.start();
        log.info("Listening on {}://{}:{}", config.tlsKey() == null ? "http" : "https", config.bind(), port);
        server.setUpCode().ifPresent(code -> log.warn("Nobody is here yet. Set this server up with the code {}", code));
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private int verifyAudit(Config config) {
        var audit = new AuditLog(Clock.systemUTC(), new SecureRandom());
        int broken = 0;
        try (var database = Database.open(config.database())) {
            for (var organisation : audit.organisations(database)) {
                var verdict = audit.verify(database, organisation);
                out.println(organisation + " "
                        + verdict.map(b -> "broken at entry " + b.seq() + ": " + b.reason())
                                .orElse("whole"));
                if (verdict.isPresent()) broken++;
            }
        }
        out.println(broken == 0 ? "The audit log is whole." : "Broken: " + broken);
        return broken == 0 ? 0 : 1;
    }

    /** A key that was given by a setting is replaced there, new one first; the one in the data folder here. */
    private int rotateKeys(Config config) {
        var random = new SecureRandom();
        boolean ownFile = config.masterKey() == null && config.masterKeyFile() == null;
        try (var database = Database.open(config.database())) {
            var keys = config.masterKeys(random);
            if (ownFile) {
                keys = keys.withNew(random);
                keys.writeInto(config.data());
            }
            var signingKeys = new SigningKeys(database, new Vault(keys), random, Clock.systemUTC());
            int sealed = signingKeys.reseal();
            signingKeys.rotateNow();
            out.println("Sealed again: " + sealed + ". Tokens are signed with a new key. " + keys);
        }
        return 0;
    }
}
