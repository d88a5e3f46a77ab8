package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class E164Test {
    @ParameterizedTest
    @CsvSource({
        "+33144000000, +33, 144000000",
        "+15815006712, +1, 5815006712",
        "+262692123456, +262, 692123456",
        "+35227123456, +352, 27123456",
        "+74951234567, +7, 4951234567"
    })
    void theCallingCodeIsKnownWithoutAnyTable(String number, String code, String national) {
        assertEquals(code, new E164(number).callingCode());
        assertEquals(national, new E164(number).national());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"33144000000", "+033144000000", "+33 144000000", "+331", "+1234567890123456", "+3314400000O"})
    void anotherFormIsNotCanonical(String text) {
        assertFalse(E164.isCanonical(text));
        assertThrows(IllegalArgumentException.class, () -> new E164(text));
    }
}
