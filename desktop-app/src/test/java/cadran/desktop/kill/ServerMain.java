package cadran.desktop.kill;

import cadran.model.auth.SignInDevice;
import cadran.server.Config;
import cadran.server.Server;
import cadran.server.db.DatabaseSettings;
import cadran.server.organisations.LocalAdministrator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * The process of a server; it can be stopped once somebody has signed in. Arguments: the event it stops at and the how-manieth, folder, port, and for PostgreSQL the
 * URL, the user and the password.
 */
public final class ServerMain {
    private static final LocalAdministrator.Wanted WANTED =
            new LocalAdministrator.Wanted("Télécom", "Anna", "fr", "Europe/Paris");

    private ServerMain() {}

    @SuppressWarnings("SystemOut") // its protocol
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var stop = new Stop(arguments[0], Integer.parseInt(arguments[1]), out);
        SteppedDriver.install(stop);
        var folder = Path.of(arguments[2]);
        var config = Config.read(Map.of("CADRAN_DATA", folder.toString(), "CADRAN_PORT", arguments[3]), folder);
        if (arguments.length > 4) {
            config = config.withDatabase(DatabaseSettings.at(arguments[4], arguments[5], arguments[6]));
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
}
