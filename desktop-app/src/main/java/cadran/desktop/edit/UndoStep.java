package cadran.desktop.edit;

import cadran.desktop.store.EditLabel;
import java.util.List;

/**
 * How to take a whole edit back; its reversals stand in the order in which they must happen.
 *
 * @param reason why it was done; it is told again when it is redone, and not of its undoing, which has another one
 */
record UndoStep(EditLabel label, List<Reversal> reversals, String reason) {
    UndoStep {
        reversals = List.copyOf(reversals);
    }
}
