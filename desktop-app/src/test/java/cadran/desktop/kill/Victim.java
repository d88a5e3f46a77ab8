package cadran.desktop.kill;

import cadran.desktop.bench.Jvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process that will be killed, and what it says. */
final class Victim {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final CompletableFuture<Victim> at = new CompletableFuture<>();
    private final Thread reader;

    /** @param heard each line that it says, at once */
    Victim(Class<?> main, Path log, List<String> arguments, Consumer<String> heard) throws IOException {
        process = Jvm.start(main, log, arguments);
        reader = Thread.ofVirtual().start(() -> {
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    heard.accept(line);
                    if (line.startsWith("@at ")) {
                        at.complete(this);
                    }
                    said.add(line);
                }
            } catch (IOException killed) {
                said.add("@ended");
            }
            said.add("@ended");
        });
    }

    void tell(String line) throws IOException {
        var in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line + "\n");
        in.flush();
    }

    /** Waits until it says something that begins so; null when it does not in time. */
    @Nullable
    String await(String beginning, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (var line = said.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
                line != null;
                line = said.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
            if (line.equals("@ended")) {
                throw new IllegalStateException("ended by itself, waiting for " + beginning);
            }
        }
        return null;
    }

    String await(String beginning) throws InterruptedException {
        var line = await(beginning, PATIENCE);
        if (line == null) {
            throw new IllegalStateException("says nothing of " + beginning);
        }
        return line;
    }

    /** Completes when it stands at its step. */
    CompletableFuture<Victim> at() {
        return at;
    }

    /** SIGKILL; returns when everything that it said is heard. */
    void kill() throws InterruptedException {
        // Not by the process itself, which would close the pipe with what was said in it.
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join();
    }
}
