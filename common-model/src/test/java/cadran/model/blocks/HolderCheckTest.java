package cadran.model.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderCheckTest {
    @ParameterizedTest
    @CsvSource({
        "FRTE, FRTE, SAME",
        "FRTE, 'frca,frte', SAME",
        "3620, 3620, SAME",
        "FRTE, TWIL, DIFFERS",
        "FRTE, FRT, DIFFERS",
        "FRTE, , UNKNOWN",
        ", FRTE, UNKNOWN",
        ", , UNKNOWN",
    })
    void theHolderOfTheBlockIsComparedWithTheCarrier(
            @Nullable String holder, @Nullable String codes, HolderCheck expected) {
        var block = Optional.ofNullable(holder)
                .map(code -> new Block("0144000000", "0144999999", code, "Métropole", LocalDate.of(2017, 1, 1)));
        assertEquals(expected, HolderCheck.of(block, cadran.model.sync.Members.of(codes)));
    }
}
