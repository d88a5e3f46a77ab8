package cadran.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowStateTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1366, 768);
    private static final Rectangle2D RIGHT = new Rectangle2D(1366, 0, 1920, 1080);

    @Test
    void aWindowOnAScreenThatIsGoneComesBackOnTheFirst() {
        var was = new Rectangle2D(2000, 100, 1200, 700);
        assertEquals(was, WindowState.inside(was, List.of(LEFT, RIGHT)));
        assertEquals(new Rectangle2D(166, 68, 1200, 700), WindowState.inside(was, List.of(LEFT)));
    }

    @Test
    void aWindowLargerThanTheScreenShrinks() {
        assertEquals(LEFT, WindowState.inside(new Rectangle2D(-50, -50, 1920, 1080), List.of(LEFT)));
    }

    @Test
    void aWindowHalfOutsideIsMovedIn() {
        assertEquals(
                new Rectangle2D(366, 0, 1000, 640),
                WindowState.inside(new Rectangle2D(900, -20, 1000, 640), List.of(LEFT)));
    }
}
