package cadran.desktop.platform;

import org.jspecify.annotations.Nullable;

/** Something to do off the UI thread. A {@code ProblemException} is an expected end, anything else thrown is a bug. */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
    T run(Progress progress) throws Exception;
}
