package cadran.server.keys;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens whose signature was found right, the ones used last: a device shows the same one for ten minutes, and checking
 * it took as long as all of the database's work for a push. It says nothing but that; the key must still be in use, and
 * the claims are read each time.
 */
final class KnownSignatures {
    private static final int MOST = 4_096;

    private final Map<String, Boolean> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean contains(String token) {
        return tokens.get(token) != null;
    }

    synchronized void add(String token) {
        tokens.put(token, true);
    }
}
