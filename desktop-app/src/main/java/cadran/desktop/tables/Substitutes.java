package cadran.desktop.tables;

import cadran.desktop.edit.Op;
import cadran.desktop.store.EditLabel;
import cadran.model.sync.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds other rows for those of one edit that somebody else was faster with. Blocks for the disk. */
@FunctionalInterface
public interface Substitutes {
    /**
     * @param label the edit's
     * @param lost how many of its rows somebody else has
     * @return null where no other row can do as well
     */
    @Nullable
    Offer of(EditLabel label, int lost);

    /** These, and where they know nothing, others. */
    default Substitutes or(Substitutes more) {
        return (label, lost) -> {
            var offer = of(label, lost);
            return offer == null ? more.of(label, lost) : offer;
        };
    }

    /**
     * @param others that can be had instead, in their order
     * @param taking the edit that does so, as long as they are to be had; null where there are none
     */
    record Offer(int lost, List<Row> others, @Nullable Op taking) {
        public Offer {
            others = List.copyOf(others);
        }

        public int missing() {
            return lost - others.size();
        }
    }
}
