package cadran.desktop.bench;

import cadran.model.auth.SignInDevice;
import cadran.server.Config;
import cadran.server.Server;
import cadran.server.db.DatabaseSettings;
import cadran.server.organisations.LocalAdministrator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/**
 * The process of a whole server. It says where it listens, signs in whom its standard input names, and stops at the end
 * of that input. Arguments: its folder, and for PostgreSQL the URL, the user and the password.
 */
public final class CentralMain {
    private static final LocalAdministrator.Wanted WANTED =
            new LocalAdministrator.Wanted("Télécom", "Anna", "fr", "Europe/Paris");

    private CentralMain() {}

    @SuppressWarnings("SystemOut") // its protocol
    public static void main(String[] arguments) throws IOException {
        var config = Config.inFolder(Path.of(arguments[0]));
        if (arguments.length > 1) {
            config = config.withDatabase(DatabaseSettings.at(arguments[1], arguments[2], arguments[3]));
        }
        var server = new Server(config, Clock.systemUTC());
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("listening " + server.start());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            var tokens = server.localAdministrator()
                    .ensure(WANTED, new SignInDevice(UUID.fromString(line.strip()), "bench"));
            out.println("signed-in " + tokens.accessToken() + " " + tokens.organisation() + " " + tokens.user());
        }
        server.stop();
        out.println("stopped");
    }
}
