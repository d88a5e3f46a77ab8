package cadran.desktop.edit;

import static cadran.desktop.edit.OpenStore.carrier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.query.Query;
import cadran.model.catalog.Carrier;
import cadran.model.sync.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the program says is saved is there after the worst moment to stop. */
class CrashTest {
    private static final String SAVED = "saved ";

    @TempDir
    Path folder;

    private static final class Crash extends RuntimeException {}

    /** The files as they lie on the disk at the step: what a program finds that starts after the crash. */
    @ParameterizedTest
    @EnumSource(Edits.Step.class)
    void anEditCutOffAtAnyStepIsThereAsAWholeOrNotAtAll(Edits.Step step) throws Exception {
        var live = folder.resolve("live");
        var found = folder.resolve("found");
        Files.createDirectories(live);
        var acme = carrier("ACME", "Acme");
        var second = carrier("B", "B");
        boolean[] armed = {false};
        try (var open = OpenStore.in(live, at -> {
            if (armed[0] && at == step) {
                copy(live, found);
                throw new Crash();
            }
        })) {
            open.run(TestOp.adding(acme));
            armed[0] = true;
            assertThrows(
                    Crash.class,
                    () -> open.run(
                            TestOp.changing(Carrier.TYPE, acme.id(), "name", "Acme", "Changed"),
                            TestOp.adding(second)));
        }
        boolean saved = step != Edits.Step.DECIDED;
        try (var open = OpenStore.in(found)) {
            assertEquals(
                    saved ? "Changed" : "Acme",
                    Objects.requireNonNull(open.find(acme)).text("name"));
            assertEquals(saved, open.find(second) != null);
            assertEquals(saved ? 3 : 1, open.store.outbox().unanswered(9).size());
            open.run(TestOp.adding(carrier("NEXT", "Next")));
            assertEquals(
                    saved ? 4 : 2,
                    open.store.outbox().unanswered(9).getLast().operation().number());
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String name : List.of("cache-1.mv.db", "outbox.mv.db")) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aProgramKilledWhileSomebodyTypesLosesNothingThatItCalledSaved() throws Exception {
        Set<UUID> saved = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            saved.addAll(typeUntilKilled(10 + 5 * round));
        }
        try (var open = OpenStore.in(folder)) {
            var shown = new HashSet<UUID>();
            open.store
                    .rows()
                    .list(Query.of(Carrier.TYPE))
                    .forEach(row -> shown.add(row.row().id()));
            saved.removeAll(shown);
            assertEquals(Set.of(), saved, "was shown as saved and is gone");
            var numbers = open.store.outbox().unanswered(10_000).stream()
                    .map(each -> each.operation().number())
                    .toList();
            assertEquals(numbers.size(), numbers.getLast(), "numbers without a gap");
        }
    }

    private Set<UUID> typeUntilKilled(int edits) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TypingProgram.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("typing.log").toFile())
                .start();
        var saved = new HashSet<UUID>();
        try (var lines = process.inputReader()) {
            while (saved.size() < edits) {
                hear(Objects.requireNonNull(lines.readLine(), "it ended by itself"), saved);
            }
            // SIGKILL: no hook, no flush, in the middle of whatever it does now.
            process.destroyForcibly();
            lines.lines().forEach(line -> hear(line, saved));
        } catch (UncheckedIOException cutOff) {
            // What it said last may be lost with the pipe; what arrived counts.
            assertTrue(saved.size() >= edits);
        } finally {
            process.destroyForcibly();
            process.waitFor(30, TimeUnit.SECONDS);
        }
        return saved;
    }

    /** Its log goes the same way, and its last line may be cut off. */
    private static void hear(String line, Set<UUID> saved) {
        if (line.startsWith(SAVED) && line.endsWith(".")) {
            saved.add(UUID.fromString(line.substring(SAVED.length(), line.length() - 1)));
        }
    }

    /** Types carriers as fast as they are saved, and says each that is. */
    static final class TypingProgram {
        private TypingProgram() {}

        public static void main(String[] arguments) {
            var out = System.out;
            try (var open = OpenStore.in(Path.of(arguments[0]))) {
                for (int i = 0; ; i++) {
                    Row row = carrier("K" + Long.toString(System.nanoTime(), 36), "Carrier " + i);
                    open.run(TestOp.adding(row));
                    out.println(SAVED + row.id() + ".");
                    out.flush();
                }
            }
        }
    }
}
