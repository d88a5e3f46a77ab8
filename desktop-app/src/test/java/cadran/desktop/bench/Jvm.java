package cadran.desktop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java with the same class path and as much memory as the launcher gives. */
public final class Jvm {
    private Jvm() {}

    public static Process start(Class<?> main, Path errors, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-Dlogback.configurationFile=cadran/desktop/bench/logback.xml",
                "-cp",
                System.getProperty("java.class.path")));
        var extra = System.getProperty("cadran.bench.jvm");
        if (extra != null) {
            command.addAll(List.of(extra.split(" ")));
        }
        command.add(main.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
    }
}
