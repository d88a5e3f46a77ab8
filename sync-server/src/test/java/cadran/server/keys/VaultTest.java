package cadran.server.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final byte[] SECRET = {1, 2, 3};

    private final SecureRandom random = new SecureRandom();
    private final MasterKeys keys = MasterKeys.generate(random);
    private final Vault vault = new Vault(keys);

    @TempDir
    private Path folder;

    @Test
    void whatIsSealedOpensAtItsPlaceOnly() {
        var sealed = vault.seal(SECRET, "carrier/1");
        assertArrayEquals(SECRET, vault.open(sealed, "carrier/1"));
        assertThrows(IllegalStateException.class, () -> vault.open(sealed, "carrier/2"));
    }

    @Test
    void sealingTwiceShowsNothingInCommon() {
        assertNotEquals(vault.seal(SECRET, "a"), vault.seal(SECRET, "a"));
    }

    @Test
    void aChangedCharacterIsNoticed() {
        var sealed = vault.seal(SECRET, "a");
        char changed = sealed.charAt(sealed.length() - 5) == 'A' ? 'B' : 'A';
        var broken = new StringBuilder(sealed);
        broken.setCharAt(sealed.length() - 5, changed);
        assertThrows(IllegalStateException.class, () -> vault.open(broken.toString(), "a"));
    }

    @Test
    void aNewMasterKeySealsAndTheOldOneStillOpens() {
        var sealed = vault.seal(SECRET, "a");
        var next = new Vault(keys.withNew(random));
        assertArrayEquals(SECRET, next.open(sealed, "a"));
        assertFalse(next.isUnderActiveKey(sealed));
        assertTrue(next.isUnderActiveKey(next.seal(SECRET, "a")));
    }

    @Test
    void anUnknownKeyIsNamed() {
        var foreign = new Vault(MasterKeys.generate(random)).seal(SECRET, "a");
        var refused = assertThrows(IllegalStateException.class, () -> vault.open(foreign, "a"));
        assertTrue(String.valueOf(refused.getMessage()).contains(foreign.split("\\.", -1)[1]));
    }

    @Test
    void theFirstStartMakesAKeyForThisAccountAlone() throws IOException {
        var made = MasterKeys.inFolder(folder, random);
        assertEquals(made.ids(), MasterKeys.inFolder(folder, random).ids());
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            var permissions = Files.getPosixFilePermissions(folder.resolve("master.key"));
            assertEquals("rw-------", PosixFilePermissions.toString(permissions));
        }
        var rotated = made.withNew(random);
        rotated.writeInto(folder);
        assertEquals(rotated.ids(), MasterKeys.inFolder(folder, random).ids());
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutBeingShown() {
        var refused = assertThrows(IllegalArgumentException.class, () -> MasterKeys.parse("a:c2hvcnQ="));
        assertFalse(String.valueOf(refused.getMessage()).contains("c2hvcnQ"));
        assertThrows(IllegalArgumentException.class, () -> MasterKeys.parse(""));
        assertFalse(keys.toString().contains("="));
    }
}
