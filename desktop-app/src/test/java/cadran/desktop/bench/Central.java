package cadran.desktop.bench;

import cadran.desktop.client.TokenSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A running server process. */
public final class Central implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final HttpUrl address;

    /** @param database URL, user and password of a PostgreSQL, or nothing for H2 in the folder */
    Central(Path folder, List<String> database) throws IOException {
        var arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(database);
        process = Jvm.start(CentralMain.class, folder.resolveSibling("central.log"), arguments);
        answers = process.inputReader(StandardCharsets.UTF_8);
        address = HttpUrl.get("http://127.0.0.1:" + answer("listening") + "/");
    }

    public HttpUrl address() {
        return address;
    }

    public Process process() {
        return process;
    }

    /** Seconds that its process worked so far. */
    double cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Who is signed in. */
    public record Account(String token, UUID organisation, UUID user) {}

    public synchronized Account signIn(UUID device) throws IOException {
        var in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(device + "\n");
        in.flush();
        var words = List.of(answer("signed-in").split(" ", -1));
        return new Account(words.get(0), UUID.fromString(words.get(1)), UUID.fromString(words.get(2)));
    }

    /** Other lines are what the logging says. */
    private String answer(String what) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(what)) {
                return line.substring(what.length()).strip();
            }
        }
        throw new IOException("the server ended; see central.log");
    }

    /** Signs in again when a token is too old. */
    public TokenSource tokens(UUID device, Account first) {
        return new TokenSource() {
            private volatile String token = first.token();

            @Override
            public String access() {
                return token;
            }

            @Override
            public String renewed(@Nullable String refused) throws IOException {
                token = signIn(device).token();
                return token;
            }
        };
    }

    @Override
    public void close() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        answer("stopped");
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
