package cadran.desktop.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** That a seed tells one story; {@code ./cadran simulate} tells many. */
class SimulationTest {
    @Test
    void theSameSeedDoesTheSameInTheSameOrder() {
        var first = World.run(7, true, Plant.NONE, null);
        assertEquals(first.hash(), World.run(7, true, Plant.NONE, null).hash());
    }
}
