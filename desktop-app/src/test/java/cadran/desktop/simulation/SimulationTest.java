package cadran.desktop.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of sync in small worlds; {@code ./cadran simulate} runs large ones, and looks for all planted bugs. */
class SimulationTest {
    @Test
    void threeHundredWorldsKeepEveryPromiseAndDoTheSameAgain() throws Exception {
        assertSucceeds("--seeds", "200", "--small");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what was answered is not looked up",
                "an edit is saved without forcing the disk",
                "states move as they like"
            })
    void aPlantedBugIsFound(String name) throws Exception {
        assertSucceeds("--planted", name);
    }

    private static void assertSucceeds(String... arguments) throws Exception {
        var told = new ByteArrayOutputStream();
        int exit = TimelessLoader.simulate(new PrintStream(told, true, StandardCharsets.UTF_8), arguments);
        assertEquals(0, exit, () -> told.toString(StandardCharsets.UTF_8));
    }
}
