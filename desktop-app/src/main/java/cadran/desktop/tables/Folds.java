package cadran.desktop.tables;

import cadran.desktop.ui.Heading;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which groups of a list are folded away: all or none, but for those that somebody turned since. */
final class Folds {
    private final Map<Object, Boolean> turned = new ConcurrentHashMap<>();
    private volatile @Nullable Boolean all;

    /** @param otherwise where nobody has said anything */
    boolean isOpen(Object group, boolean otherwise) {
        var open = turned.get(group);
        if (open != null) {
            return open;
        }
        var every = all;
        return every == null ? otherwise : every;
    }

    void turn(Heading heading) {
        turned.put(heading.group(), !heading.open());
    }

    void turnAll(boolean open) {
        turned.clear();
        all = open;
    }

    void forget() {
        turned.clear();
        all = null;
    }
}
