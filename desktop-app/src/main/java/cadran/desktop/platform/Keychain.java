package cadran.desktop.platform;

import java.util.Optional;

/** Where secrets of this computer's user lie. Its calls may wait for the user to unlock it: never on the UI thread. */
public interface Keychain {
    Optional<String> read(String account);

    void write(String account, String secret);

    void delete(String account);
}
