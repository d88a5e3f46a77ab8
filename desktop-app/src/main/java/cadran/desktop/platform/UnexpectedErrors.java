package cadran.desktop.platform;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where errors nobody expected end: the stack goes to the log once, a short code to whoever can show it. */
public final class UnexpectedErrors implements Thread.UncaughtExceptionHandler, Consumer<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private volatile Consumer<String> show = code -> {};

    /** @param show gets the code, on the thread where the error was */
    public void showWith(Consumer<String> show) {
        this.show = show;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        accept(error);
    }

    @Override
    public void accept(Throwable error) {
        var code = ErrorCodes.of(error);
        if (logged.add(code)) {
            LOG.error("Unexpected error {}", code, error);
            show.accept(code);
        } else {
            LOG.warn("Unexpected error {} again", code);
        }
    }
}
