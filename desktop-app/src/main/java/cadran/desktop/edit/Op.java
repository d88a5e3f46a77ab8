package cadran.desktop.edit;

import cadran.desktop.store.Rows;
import cadran.model.sync.Intent;
import java.util.List;
import java.util.Map;

/** Something a user does that changes rows. Features implement it; what travels are its intents. */
public interface Op {
    /** Text key of what it is called, in the undo menu too: "customer.op.add". */
    String labelKey();

    default Map<String, String> labelArgs() {
        return Map.of();
    }

    /** Why, in the user's words; empty where they gave no reason. */
    default String reason() {
        return "";
    }

    /** In the order in which the server shall meet them: what is referred to before what refers to it. */
    List<Intent> intents(Rows rows);
}
