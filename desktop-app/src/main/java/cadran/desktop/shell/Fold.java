package cadran.desktop.shell;

import cadran.desktop.platform.SettingsFile;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Whether a side column is folded. The user's choice is remembered for wide windows; a narrow window folds by itself,
 * can be unfolded for the moment, and becoming wide again brings the choice back.
 */
final class Fold {
    private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper();
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private boolean chosen;

    Fold(SettingsFile settings, String key) {
        chosen = settings.get(key).map(Boolean::valueOf).orElse(false);
        folded.set(chosen);
        narrow.subscribe(isNarrow -> folded.set(isNarrow || chosen));
        folded.subscribe(isFolded -> {
            if (!narrow.get()) {
                chosen = isFolded;
                settings.put(key, Boolean.toString(isFolded));
            }
        });
    }

    BooleanProperty narrowProperty() {
        return narrow;
    }

    ReadOnlyBooleanProperty foldedProperty() {
        return folded.getReadOnlyProperty();
    }

    void toggle() {
        folded.set(!folded.get());
    }
}
