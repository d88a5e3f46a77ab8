package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DidStatusTest {
    @Test
    void theMovesAreThoseOfTheProductAndNoOther() {
        var legal = Set.of(
                "ORDERED>AVAILABLE",
                "ORDERED>ASSIGNED",
                "ORDERED>TERMINATED",
                "AVAILABLE>ASSIGNED",
                "AVAILABLE>TERMINATED",
                "ASSIGNED>AVAILABLE",
                "ASSIGNED>IN_USE",
                "ASSIGNED>TERMINATED",
                "IN_USE>ASSIGNED",
                "IN_USE>AVAILABLE",
                "IN_USE>TERMINATED",
                "TERMINATED>AVAILABLE");
        var allowed = Arrays.stream(DidStatus.values())
                .flatMap(from -> Arrays.stream(DidStatus.values())
                        .filter(from::mayMoveTo)
                        .map(to -> from + ">" + to))
                .collect(Collectors.toSet());
        assertEquals(legal, allowed);
    }
}
