package cadran.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program starts with nothing but what was packaged. Run by the profile "image" alone. */
class ImageCheck {
    private static final Path IMAGE = Path.of(System.getProperty("cadran.image", "target/image"));

    @TempDir
    Path home;

    private static Path program() {
        return List.of("Cadran/bin/Cadran", "Cadran/Cadran.exe", "Cadran.app/Contents/MacOS/Cadran").stream()
                .map(IMAGE::resolve)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no program in " + IMAGE));
    }

    private String answer(List<String> command) throws IOException, InterruptedException {
        Path out = home.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.contains("JAVA") || name.equals("PATH"));
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end: " + Files.readString(out));
        }
        String text = Files.readString(out);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    @Test
    void itSaysItsVersionWithoutAnyOtherJava() throws Exception {
        assertTrue(answer(List.of(program().toString(), "--version")).startsWith("Cadran 0."));
    }
}
