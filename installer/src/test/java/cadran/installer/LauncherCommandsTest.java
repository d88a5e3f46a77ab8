package cadran.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.installer.Checkout.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher's commands build, run and answer. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherCommandsTest {
    private static final String SUITE =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"%s\" time=\"0.1\" "
                    + "tests=\"%d\" errors=\"%d\" skipped=\"%d\" failures=\"%d\">\n<system-out><![CDATA[\n"
                    + "a line that says tests=\"900\"]]></system-out>\n</testsuite>";

    @TempDir
    Path temporary;

    Checkout checkout;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        checkout = new Checkout(temporary);
        checkout.jdk(checkout.usualFolder.resolve("jdk"), "25.0.3");
    }

    @Test
    void theServerGetsItsArgumentsAsTheyWereTyped() throws Exception {
        Answer answer = checkout.cadran("server", "--data", "a folder", "");
        assertTrue(
                answer.out().endsWith("[cadran.server.Main]\n[--data]\n[a folder]\n[]\n"), () -> "was " + answer.out());
        assertTrue(answer.out().contains("[" + checkout.folder + "/installer/target/app/lib/*]"));
    }

    @Test
    void itIsStartedThroughALinkToo() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), checkout.folder.resolve("cadran"));
        Answer answer = checkout.run(link);
        assertTrue(answer.out().endsWith("[cadran.desktop.Main]\n"), answer::err);
    }

    @Test
    void itBuildsOnlyWhatIsMissingOrStale() throws Exception {
        checkout.cadran();
        checkout.cadran("server");
        assertEquals(1, checkout.builds().size());

        Path source = Files.writeString(checkout.folder.resolve("sync-server/src/main/java/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        checkout.cadran();
        assertEquals(2, checkout.builds().size());
    }

    @Test
    void aDeletedSourceIsAReasonToBuild() throws Exception {
        Path folder = checkout.folder.resolve("sync-server/src/main/java");
        Path source = Files.writeString(folder.resolve("Old.java"), "");
        checkout.cadran();
        Files.delete(source);
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().plusSeconds(1)));
        checkout.cadran();
        assertEquals(2, checkout.builds().size());
    }

    @Test
    void theStartAfterABuildIsPlainTheNextRecordsAndLaterOnesReplay() throws Exception {
        String cache = checkout.folder + "/installer/target/app/lib/cadran.aot";
        assertFalse(checkout.cadran().out().contains("-XX:AOT"));
        assertTrue(checkout.cadran().out().contains("[-XX:AOTConfiguration=" + cache + ".seen]"));
        Files.writeString(Path.of(cache), "");
        assertTrue(checkout.cadran().out().contains("[-XX:AOTCache=" + cache + "]"));
    }

    /** A start doesn't compile the tests, which would double its build: then a module that needs them would not build. */
    @Test
    void noModuleNeedsTheTestsOfAnother() throws Exception {
        for (String module : new String[] {"common-model", "sync-server", "desktop-app", "installer"}) {
            assertFalse(Files.readString(Path.of("..", module, "pom.xml")).contains("<type>test-jar</type>"), module);
        }
    }

    @Test
    void aFailedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
        checkout.wrapper("echo '[INFO] chatter'; echo '[ERROR] Foo.java:[3,4] a mistake'; exit 1");
        Answer answer = checkout.cadran();
        assertEquals(1, answer.exit());
        assertEquals("", answer.out());
        assertTrue(answer.err().contains("a mistake"));
        assertFalse(answer.err().contains("chatter"));
        assertTrue(answer.err().contains(checkout.folder + "/target/cadran.log"));

        checkout.cadran();
        assertEquals(2, checkout.builds().size());
    }

    @Test
    void whatAFailedDownloadSaysIsShown() throws Exception {
        checkout.wrapper("echo 'wget: Failed to fetch'; exit 1");
        assertTrue(checkout.cadran().err().contains("wget: Failed to fetch"));
    }

    private void testReport(String name, int tests, int errors, int skipped, int failures) throws IOException {
        Path folder = Files.createDirectories(checkout.folder.resolve("reports-to-be/" + name));
        Files.writeString(
                folder.resolve("TEST-" + name + ".xml"), SUITE.formatted(name, tests, errors, skipped, failures));
    }

    private Answer testRun(int exit) throws IOException, InterruptedException {
        checkout.wrapper("""
                for module in a b; do mkdir -p $module/target/surefire-reports; done
                cp -R reports-to-be/one/. a/target/surefire-reports
                cp -R reports-to-be/two/. b/target/surefire-reports
                exit %d
                """.formatted(exit));
        return checkout.cadran("test");
    }

    private static String lastLine(Answer answer) {
        return answer.out().lines().reduce("", (before, line) -> line);
    }

    @Test
    void testEndsWithTheSumOfAllReports() throws Exception {
        testReport("one", 12, 0, 1, 0);
        testReport("two", 30, 0, 0, 0);
        Answer answer = testRun(0);
        assertEquals("41 passed, 0 failed, 1 skipped", lastLine(answer), answer::err);
        assertEquals(0, answer.exit());
    }

    @Test
    void aFailureOrAnErrorFailsTheRun() throws Exception {
        testReport("one", 12, 1, 0, 2);
        testReport("two", 3, 0, 0, 0);
        Answer answer = testRun(1);
        assertEquals("12 passed, 3 failed, 0 skipped", lastLine(answer));
        assertEquals(1, answer.exit());
    }

    @Test
    void aFailedCheckFailsTheRunThoughAllTestsPassed() throws Exception {
        testReport("one", 2, 0, 0, 0);
        testReport("two", 3, 0, 0, 0);
        Answer answer = testRun(1);
        assertEquals(1, answer.exit());
        assertTrue(answer.out().contains("outside the tests"));
        assertEquals("5 passed, 0 failed, 0 skipped", lastLine(answer));
    }

    @Test
    void aRunWithoutTestsFails() throws Exception {
        Path old = Files.createDirectories(checkout.folder.resolve("a/target/surefire-reports"));
        Files.writeString(old.resolve("TEST-old.xml"), SUITE.formatted("old", 7, 0, 0, 0));
        checkout.wrapper("exit 0");
        Answer answer = checkout.cadran("test");
        assertEquals(1, answer.exit());
        assertEquals("0 passed, 0 failed, 0 skipped", lastLine(answer));
    }

    @Test
    void shotsCountsThePicturesItWroteAndSaysWhenTheyAreNotAll() throws Exception {
        Path folder = Files.createDirectories(checkout.usualFolder.resolve("my shots"));
        Path old = Files.writeString(folder.resolve("old.png"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        String pictures = "touch '" + folder + "/one.png' '" + folder + "/two.png'";
        checkout.wrapper(pictures + "; echo '[INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0'");
        Answer answer = checkout.cadran("shots", "my shots");
        assertEquals(0, answer.exit(), answer::err);
        assertTrue(answer.err().contains("2 pictures written to " + folder.toRealPath()), answer::err);
        assertTrue(checkout.builds().getFirst().contains("-Dcadran.shots=" + folder.toRealPath()));
        checkout.wrapper(pictures + "; echo '[INFO] Tests run: 0, Failures: 0, Errors: 0, Skipped: 0'");
        assertEquals(1, checkout.cadran("shots", "my shots").exit());
    }

    @Test
    void shotsWithoutAPictureFails() throws Exception {
        assertEquals(1, checkout.cadran("shots", "nothing").exit());
        assertEquals(2, checkout.cadran("shots").exit());
    }

    @Test
    void benchRunsFromTheTestsWithItsArguments() throws Exception {
        checkout.wrapper("mkdir -p desktop-app/target; printf 'one.jar:two.jar' >desktop-app/target/test-class-path");
        Answer answer = checkout.cadran("bench", "probe", "--rows", "10");
        assertTrue(
                answer.out().endsWith(":one.jar:two.jar]\n[cadran.desktop.bench.Bench]\n[probe]\n[--rows]\n[10]\n"),
                () -> answer.out() + answer.err());
        assertTrue(checkout.builds().getFirst().contains("test-compile"));
    }

    @Test
    void simulateRunsFromTheTestsWithItsArguments() throws Exception {
        checkout.wrapper("mkdir -p desktop-app/target; printf 'one.jar' >desktop-app/target/test-class-path");
        Answer answer = checkout.cadran("simulate", "--seed", "7");
        assertTrue(
                answer.out().endsWith(":one.jar]\n[cadran.desktop.simulation.Simulate]\n[--seed]\n[7]\n"),
                () -> answer.out() + answer.err());
    }

    @Test
    void anUnknownCommandGetsTheHelpAsAnError() throws Exception {
        Answer answer = checkout.cadran("serve");
        assertEquals(2, answer.exit());
        assertEquals("", answer.out());
        assertTrue(answer.err().startsWith("Unknown command: serve\nUsage: ./cadran"), answer::err);
    }

    @Test
    void helpIsAnAnswer() throws Exception {
        Answer answer = checkout.cadran("help");
        assertEquals(0, answer.exit());
        assertEquals("", answer.err());
        for (String command :
                new String[] {"server", "test", "shots DIR", "bench", "simulate", "kill-test", "fuzz", "help"}) {
            assertTrue(answer.out().contains("\n  " + command + " "), command);
        }
    }
}
