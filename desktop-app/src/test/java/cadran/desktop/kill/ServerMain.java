package cadran.desktop.kill;

import cadran.model.auth.SignInDevice;
import cadran.server.Config;
import cadran.server.Server;
import cadran.server.db.DatabaseSettings;
import cadran.server.organisations.LocalAdministrator;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/**
 * The process of a server. Arguments: from when on it can be stopped, the event it stops at and the how-manieth, folder,
 * port, and for PostgreSQL the URL, the user and the password.
 */
public final class ServerMain {
    static final String FROM_ITS_START = "start";
    static final String WHEN_SIGNED_IN = "signed-in";

    private static final LocalAdministrator.Wanted WANTED =
            new LocalAdministrator.Wanted("Télécom", "Anna", "fr", "Europe/Paris");

    private ServerMain() {}

    @SuppressWarnings("SystemOut") // its protocol
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var stop = new Stop(arguments[1], Integer.parseInt(arguments[2]), out);
        if (arguments[0].equals(FROM_ITS_START)) {
            stop.arm();
            tell(stop);
        }
        SteppedDriver.install(stop);
        var folder = Path.of(arguments[3]);
        var config = Config.read(Map.of("CADRAN_DATA", folder.toString(), "CADRAN_PORT", arguments[4]), folder);
        if (arguments.length > 5) {
            config = config.withDatabase(DatabaseSettings.at(arguments[5], arguments[6], arguments[7]));
        }
        var server = new Server(config, Clock.systemUTC());
        server.start();
        out.println("@listening");
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            var tokens =
                    server.localAdministrator().ensure(WANTED, new SignInDevice(UUID.fromString(line.strip()), "kill"));
            stop.arm();
            out.println("@signed-in " + tokens.accessToken() + " " + tokens.organisation() + " " + tokens.user());
        }
    }

    /** Flyway has its own way to a driver, but it says each migration before it runs it. */
    private static void tell(Stop stop) {
        var log = (Logger) LoggerFactory.getLogger("org.flywaydb.core.internal.command.DbMigrate");
        var teller = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                stop.pass("", event.getFormattedMessage());
            }
        };
        teller.start();
        log.setLevel(Level.INFO);
        log.addAppender(teller);
    }
}
