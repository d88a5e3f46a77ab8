package cadran.model.blocks;

import java.util.Collection;
import java.util.Optional;

/** Whether a number stands at the operator that its block was allotted to. */
public enum HolderCheck {
    SAME,
    /** It was ported, or one of the two is wrong: worth a question, never an error. */
    DIFFERS,
    /** No file is loaded, it has no such block, or nobody has said which codes are the carrier's. */
    UNKNOWN;

    /** @param codes those of the carrier that the number is at, in capital or small letters */
    public static HolderCheck of(Optional<Block> block, Collection<String> codes) {
        if (block.isEmpty() || codes.isEmpty()) {
            return UNKNOWN;
        }
        var holder = block.get().holder();
        return codes.stream().anyMatch(holder::equalsIgnoreCase) ? SAME : DIFFERS;
    }
}
