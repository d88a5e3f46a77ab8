package cadran.desktop.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What some methods do instead of what they should, called by {@link PlantLoader}'s redefinitions. */
public final class PlantedMethods {
    private static final Duration NEVER = Duration.ofDays(3_650);
    private static final Map<Object, AtomicLong> SEQUENCES = new ConcurrentHashMap<>();

    private PlantedMethods() {}

    /** Merge class: who a thing belongs to is decided by who came last. */
    public static Object commercialAsDescriptive(Object field) {
        var merge = original(field, "merge");
        return String.valueOf(merge).equals("COMMERCIAL") ? cadran.model.sync.MergeClass.DESCRIPTIVE : merge;
    }

    /** Merge class: of the words that several people give a row, the last one's stay. */
    public static Object setAsDescriptive(Object field) {
        var merge = original(field, "merge");
        return String.valueOf(merge).equals("SET") ? cadran.model.sync.MergeClass.DESCRIPTIVE : merge;
    }

    /** Decide.delete: whatever the author saw. */
    public static Object deleteUnseen(@Nullable Object row, boolean authorSawCurrent) {
        return original(cadran.model.sync.Decide.class, "delete", row, true);
    }

    /** Decide.decide: everybody has seen everything. */
    public static Object decideSeen(Object type, Object intent, @Nullable Object row, boolean saw, Object audience) {
        return original(cadran.model.sync.Decide.class, "decide", type, intent, row, true, audience);
    }

    public static @Nullable Object nothingWrong(Object rules, Object field, Object from, Object to) {
        return null;
    }

    public static boolean keptFromNobody(Object did, Object beside) {
        return false;
    }

    public static @Nullable Object noneMissing(Object has, @Nullable Object before, Object after) {
        return null;
    }

    /** Audiences.of: whatever the row says. */
    public static Object everybody(Object row, Object organisation) {
        return organisation;
    }

    public static boolean mayAnything(Object author, Object permission) {
        return true;
    }

    public static Object sameView(Object view) {
        return "everybody";
    }

    /** Feed.requireUnforked: the numbers will do. */
    public static Object unforked(Object feed, Object history, Object known) {
        return call(history, "head");
    }

    /** Pull.requireSeen. */
    public static void unseen(Object pull, Object tx, Object head, Object stamp) {}

    /** Outbox.startAgain. */
    public static void staysAsItIs(Object outbox, Object newDevice) {}

    /** SyncEngine.step: until somebody edits something. */
    public static Object stepAndSleep(Object engine) {
        original(engine, "step");
        return NEVER;
    }

    /** Backoff.after. */
    public static Object backOffForGood(Object backoff, int failures, Object random) {
        return NEVER;
    }

    /** Feed.append, where numbers come from a sequence: taken when asked for, seen when committed. */
    public static Object appendFromSequence(Object feed, Object tx, Object head, Object changes) {
        long count = ((List<?>) changes).size();
        var sequence = SEQUENCES.computeIfAbsent(call(head, "feed"), any -> new AtomicLong());
        long known = (Long) call(head, "seq");
        long from = sequence.updateAndGet(last -> Math.max(last, known) + count) - count;
        try {
            var constructor = head.getClass().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            var numbered = constructor.newInstance(call(head, "feed"), from, call(head, "hash"), call(head, "floor"));
            return original(feed, "append", tx, numbered, changes);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Object original(Object target, String method, @Nullable Object... arguments) {
        return call(target, method + PlantLoader.ORIGINAL, arguments);
    }

    private static Object call(Object target, String name, @Nullable Object... arguments) {
        boolean isStatic = target instanceof Class<?>;
        Class<?> type = isStatic ? (Class<?>) target : target.getClass();
        Method found = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no method " + type + "." + name));
        try {
            found.setAccessible(true);
            return found.invoke(isStatic ? null : target, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failed.getCause() instanceof Error known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
