package cadran.desktop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void aDisplayIsThereOnADesktopOrWhenNoneIsNeeded() {
        assertTrue(Display.isThere(Map.of("DISPLAY", ":0"), "", "Linux"));
        assertTrue(Display.isThere(Map.of("WAYLAND_DISPLAY", "wayland-0"), "", "Linux"));
        assertTrue(Display.isThere(Map.of(), "Headless", "Linux"));
        assertTrue(Display.isThere(Map.of(), "", "Windows 11"));
        assertTrue(Display.isThere(Map.of(), "", "Mac OS X"));
        assertFalse(Display.isThere(Map.of("DISPLAY", ""), "", "Linux"));
    }

    @Test
    void itsAbsenceIsExplainedInBothLanguagesWithWhatToDoInstead() {
        assertTrue(Display.MISSING.contains("./cadran server") && Display.MISSING.contains("./cadran shots"));
        assertTrue(Display.MISSING.contains("ne trouve pas d’écran") && Display.MISSING.contains("finds no display"));
    }
}
