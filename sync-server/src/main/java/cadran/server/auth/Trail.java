package cadran.server.auth;

import cadran.server.audit.Actor;
import cadran.server.db.Tx;
import java.util.Map;
import java.util.UUID;

/** What the audit log is told about people and their rights: names and states, never a secret or its hash. */
public interface Trail {
    void note(Tx tx, Actor by, String action, UUID subject, Map<String, String> before, Map<String, String> after);
}
