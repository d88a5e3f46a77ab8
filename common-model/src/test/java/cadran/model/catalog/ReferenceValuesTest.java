package cadran.model.catalog;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReferenceValuesTest {
    private static final UUID AUDIENCE = new UUID(7, 7);

    private final ReferenceValues values = ReferenceValues.fresh(counting());

    @Test
    void theCodesAreThoseThatUsersKnow() {
        assertEquals(
                List.of(
                        "FR", "GP", "MQ", "GF", "RE", "YT", "PM", "MF", "BL", "NC", "PF", "WF", "BE", "CH", "LU", "DE",
                        "ES", "IT", "GB", "NL", "PT", "CA", "US"),
                values.dialingCodes().stream().map(DialingCode::code).toList());
        assertEquals(
                List.of("IDF", "NOR", "NES", "SES", "SOU", "MOB", "MOB2", "NPV"),
                values.regions().stream().map(Region::code).toList());
        assertEquals(
                List.of("BOUYGUES", "ORANGE", "SFR", "TELNYX", "TWILIO", "OVH", "KEYYO", "AIRCALL"),
                values.carriers().stream().map(Carrier::code).toList());
        assertEquals(
                List.of("NPV", "GEO", "MOBILE", "SURTAXE", "VERT", "INTERNATIONAL"),
                values.numberTypes().stream().map(NumberType::code).toList());
        assertEquals(
                List.of("SBC", "CENTREX", "T2", "ASTRA", "ASTERISK", "FREESWITCH"),
                values.equipment().stream().map(Equipment::code).toList());
    }

    @Test
    void theRestsAreTheUsualOnesAndTheForeignHaveNone() {
        assertTrue(values.numberTypes().stream()
                .allMatch(type -> Objects.requireNonNull(type.restDays()).intValueExact() == 30));
        assertEquals(
                List.of("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "MF", "BL"),
                values.dialingCodes().stream()
                        .filter(code -> code.recoverableDays() != null
                                && Objects.requireNonNull(code.recoverableDays())
                                                .intValueExact()
                                        == 40)
                        .map(DialingCode::code)
                        .toList());
        assertEquals(
                values.dialingCodes().size() - 9,
                values.dialingCodes().stream()
                        .filter(code -> code.recoverableDays() == null)
                        .count());
    }

    @Test
    void everyRowIsValidAndRefersBackwards() {
        var ids = new HashSet<UUID>();
        for (Row row : values.rows(AUDIENCE)) {
            for (var field : row.type().fields()) {
                assertNull(field.check(row.get(field.name())), row + " " + field.name());
                assertTrue(field.references() == null || ids.contains(row.reference(field.name())), row.toString());
            }
            assertNull(row.type().rules().check(row));
            assertTrue(ids.add(row.id()));
        }
    }

    @Test
    void anOrganisationsOwnRowsAreRecognisedAmongOthers() {
        var rows = new java.util.ArrayList<>(values.rows(AUDIENCE));
        rows.add(cloud());
        assertEquals(values, ReferenceValues.of(rows));
    }

    private static Row cloud() {
        EntityType<Cloud> type = Cloud.TYPE;
        return type.row(new Cloud(new UUID(9, 9), "C", "Cloud", null, true), AUDIENCE);
    }

    private static Supplier<UUID> counting() {
        var next = new java.util.concurrent.atomic.AtomicLong();
        return () -> new UUID(1, next.incrementAndGet());
    }
}
