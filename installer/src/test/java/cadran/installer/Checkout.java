package cadran.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real {@code cadran} script in a folder of its own, with a Maven wrapper that does what a test says and with JDKs
 * whose {@code java} only tells who it is. The script sees no other programs than {@link #TOOLS}, so the machine's own
 * JDKs stay out of the way.
 */
final class Checkout {
    private static final List<String> TOOLS = List.of(
            "awk",
            "basename",
            "cat",
            "cp",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "tail",
            "touch",
            "tr",
            "uname",
            "wc");

    final Path folder;
    final Path usualFolder;
    private final Path path;
    private final Map<String, String> environment = new HashMap<>();

    Checkout(Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.resolve("a folder with spaces"));
        usualFolder = Files.createDirectories(temporary.resolve("usual folder"));
        path = Files.createDirectories(temporary.resolve("path"));
        for (String tool : TOOLS) executable(path.resolve(tool), "#!/bin/sh\nexec " + onTheMachine(tool) + " \"$@\"\n");
        executable(folder.resolve("cadran"), Files.readString(Path.of("../cadran")));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.createDirectories(folder.resolve("sync-server/src/main/java"));
        wrapper("mkdir -p installer/target/app/lib");
        environment.put("PATH", path.toString());
        environment.put("HOME", temporary.toString());
        environment.put("CADRAN_JDK_FOLDERS", usualFolder.toString());
    }

    private static Path onTheMachine(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(entry -> Path.of(entry, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tool + " is not on PATH"));
    }

    /** What {@code mvnw} does after it noted its arguments in {@link #builds}. */
    void wrapper(String script) throws IOException {
        executable(folder.resolve("mvnw"), "#!/bin/sh\necho \"$JAVA_HOME $*\" >>builds\n" + script + "\n");
    }

    List<String> builds() throws IOException {
        Path noted = folder.resolve("builds");
        return Files.exists(noted) ? Files.readAllLines(noted) : List.of();
    }

    void set(String variable, Path value) {
        environment.put(variable, value.toString());
    }

    Path jdk(Path home, String version) throws IOException {
        Path jdk = runtime(home, version);
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        return jdk;
    }

    /** As a JDK, but without a compiler. */
    Path runtime(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base java.compiler\"\n");
        executable(
                home.resolve("bin/java"),
                "#!/bin/sh\necho \"java " + version + "\"\nfor argument; do echo \"[$argument]\"; done\n");
        return home;
    }

    void putOnPath(Path jdk) throws IOException {
        Files.createSymbolicLink(path.resolve("java"), jdk.resolve("bin/java"));
    }

    static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        if (!file.toFile().setExecutable(true)) throw new IOException("cannot make executable: " + file);
    }

    Answer cadran(String... arguments) throws IOException, InterruptedException {
        return run(folder.resolve("cadran"), arguments);
    }

    Answer run(Path script, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(usualFolder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("cadran did not end: " + Files.readString(out) + Files.readString(err));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    record Answer(int exit, String out, String err) {}
}
