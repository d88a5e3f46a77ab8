package cadran.desktop.profiles;

import java.util.Optional;

/** The keychain of the system, as far as profiles use it. Its calls may wait for the user. */
public interface SecretStore {
    Optional<String> read(String account);

    void write(String account, String secret);

    void delete(String account);
}
