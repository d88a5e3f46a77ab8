package cadran.desktop.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FuzzTest {
    @Test
    void nothingThatArrivesBreaksAnything() throws Exception {
        var said = new ByteArrayOutputStream();
        boolean sound = Fuzz.run(500, 1, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertTrue(sound, said.toString(StandardCharsets.UTF_8));
    }
}
