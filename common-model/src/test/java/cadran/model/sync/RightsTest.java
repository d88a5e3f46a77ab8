package cadran.model.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.model.numbers.Did;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RightsTest {
    private static final Set<Permission> TELECOM = Role.permissionsOf(List.of(Role.TELECOM));
    private static final Set<Permission> ADMIN = Role.permissionsOf(List.of(Role.ADMIN));
    private static final Row AVAILABLE = new Row(
                    Did.TYPE,
                    new UUID(0, 1),
                    1,
                    new UUID(0, 2),
                    Collections.nCopies(Did.TYPE.fields().size(), null))
            .with("status", "AVAILABLE");
    private static final Row TERMINATED = AVAILABLE.with("status", "TERMINATED");

    @Test
    void whoMayWriteRowsMayChangeTheirFields() {
        assertNull(Rights.missing(TELECOM, AVAILABLE, AVAILABLE.with("description", "x")));
        assertNull(Rights.missing(TELECOM, null, AVAILABLE));
        assertNull(Rights.missing(TELECOM, AVAILABLE, TERMINATED));
        assertEquals(
                Permission.INVENTORY_WRITE,
                Rights.missing(Set.of(Permission.INVENTORY_READ), AVAILABLE, AVAILABLE.with("description", "x")));
    }

    @Test
    void restoringTakesARightOfItsOwn() {
        assertEquals(Permission.NUMBER_RESTORE, Rights.missing(TELECOM, TERMINATED, AVAILABLE));
        assertNull(Rights.missing(ADMIN, TERMINATED, AVAILABLE));
        assertNull(Rights.missing(TELECOM, TERMINATED, TERMINATED.with("notes", "x")));
    }

    @Test
    void whatACarrierSaysNobodyWritesButTheServer() {
        var reported = AVAILABLE.with("carrierStatus", "active");
        assertEquals(Permission.CARRIER_REPORT, Rights.missing(ADMIN, AVAILABLE, reported));
        assertEquals(Permission.CARRIER_REPORT, Rights.missing(ADMIN, null, reported));
        assertNull(Rights.missing(ADMIN, reported, reported.with("notes", "x")));
        assertNull(Rights.missing(EnumSet.allOf(Permission.class), AVAILABLE, reported));
    }
}
