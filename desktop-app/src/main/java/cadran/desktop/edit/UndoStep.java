package cadran.desktop.edit;

import cadran.desktop.store.EditLabel;
import java.util.List;

/** How to take a whole edit back; its reversals stand in the order in which they must happen. */
record UndoStep(EditLabel label, List<Reversal> reversals) {
    UndoStep {
        reversals = List.copyOf(reversals);
    }
}
