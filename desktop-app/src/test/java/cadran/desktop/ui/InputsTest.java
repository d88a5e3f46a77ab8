package cadran.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,5|12.5", "12.50 €|12.50", "1 234,50|1234.50", "1.234,50|1234.50", "1,234.50|1234.50", "-3|-3"})
    void amountsAreReadInEitherSpelling(String typed, BigDecimal meant) {
        assertEquals(Optional.of(meant), NumberInput.decimal(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1-2", "1e5", "12,", "--3", "99999999999999999999"})
    void whatIsNoAmountIsNone(String typed) {
        assertEquals(Optional.empty(), NumberInput.decimal(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/2/26", "03/02/2026", "03.02.2026", "3-2-2026", "03022026", "030226", "2026-02-03"})
    void datesAreReadInAnyUsualSpelling(String typed) {
        assertEquals(Optional.of(LocalDate.of(2026, 2, 3)), DateInput.date(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/02/2026", "3/13/2026", "demain", "1/1"})
    void whatIsNoDateIsNone(String typed) {
        assertEquals(Optional.empty(), DateInput.date(typed));
    }

    @Test
    void accentsCaseAndOrderOfWordsDoNotMatterWhenSearching() {
        assertTrue(Spelling.contains("Passer l’interface en anglais", "ANGLAIS l'inter"));
        assertTrue(Spelling.contains("Réglages", "reglages"));
        assertFalse(Spelling.contains("Réglages", "regles"));
    }
}
