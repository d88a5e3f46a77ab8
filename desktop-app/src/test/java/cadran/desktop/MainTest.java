package cadran.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MainTest {
    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere there always is a display, and the window would open
    void withoutADisplayTheProgramSaysSoAndWhatToDoInstead() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java, "-Dstderr.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), "cadran.desktop.Main");
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.redirectErrorStream(true);
        var process = builder.start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(2, process.exitValue());
            assertTrue(said.contains("ne trouve pas d’écran") && said.contains("./cadran server"), said);
        } finally {
            process.destroyForcibly();
        }
    }
}
