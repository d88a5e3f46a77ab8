package cadran.desktop.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KilledProcessesTest {
    @Test
    void whatWasConfirmedSurvivesKillsOfClientAndServer() throws Exception {
        var said = new ByteArrayOutputStream();
        boolean sound = KillRounds.run(2, "h2", "500", new PrintStream(said, true, StandardCharsets.UTF_8));
        assertTrue(sound, said.toString(StandardCharsets.UTF_8));
    }
}
