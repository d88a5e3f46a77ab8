package cadran.model.sync;

import org.jspecify.annotations.Nullable;

/** One field's edit: what its author saw and what they made of it. */
public record Change(@Nullable Object before, @Nullable Object after) {
    public Change reversed() {
        return new Change(after, before);
    }
}
