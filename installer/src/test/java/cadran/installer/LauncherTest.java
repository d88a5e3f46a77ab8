package cadran.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.installer.Checkout.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which Java the launcher takes. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    @TempDir
    Path temporary;

    Checkout checkout;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        checkout = new Checkout(temporary);
    }

    void startsWith(String version) throws IOException, InterruptedException {
        Answer answer = checkout.cadran();
        assertEquals("java " + version, answer.out().lines().findFirst().orElse(""), answer::err);
        assertEquals(0, answer.exit());
    }

    @Test
    void aJdkInAUsualFolderIsTakenWhereThePathHasAnOlderOne() throws Exception {
        checkout.putOnPath(checkout.jdk(temporary.resolve("java-17"), "17.0.15"));
        checkout.jdk(checkout.usualFolder.resolve("java-1.8"), "1.8.0_402");
        checkout.jdk(checkout.usualFolder.resolve("temurin-25"), "25.0.3");
        startsWith("25.0.3");
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        checkout.set("JAVA_HOME", checkout.jdk(temporary.resolve("old home"), "21.0.2"));
        checkout.jdk(checkout.usualFolder.resolve("temurin-25"), "25");
        startsWith("25");
        assertTrue(checkout.builds().getFirst().startsWith(checkout.usualFolder + "/temurin-25 "), "Maven gets it too");
    }

    @Test
    void javaHomeGoesBeforeThePathAndTheUsualFolders() throws Exception {
        checkout.set("JAVA_HOME", checkout.jdk(temporary.resolve("home"), "26.0.1"));
        checkout.putOnPath(checkout.jdk(temporary.resolve("on path"), "27"));
        checkout.jdk(checkout.usualFolder.resolve("temurin-25"), "25.0.3");
        startsWith("26.0.1");
    }

    @Test
    void cadranJavaHomeGoesBeforeAllOthers() throws Exception {
        checkout.set("CADRAN_JAVA_HOME", checkout.jdk(temporary.resolve("chosen jdk"), "28.0.1"));
        checkout.set("JAVA_HOME", checkout.jdk(temporary.resolve("home"), "26.0.1"));
        startsWith("28.0.1");
    }

    @Test
    void aCadranJavaHomeThatWillNotDoIsNamedAndPassedOver() throws Exception {
        Path old = checkout.jdk(temporary.resolve("old"), "17.0.15");
        checkout.set("CADRAN_JAVA_HOME", old);
        checkout.jdk(checkout.usualFolder.resolve("temurin-25"), "25.0.3");
        startsWith("25.0.3");
        assertTrue(checkout.cadran().err().contains("CADRAN_JAVA_HOME=" + old + " is not a JDK 25 or newer"));
    }

    @Test
    void aJavaOnThePathIsFollowedThroughItsLinks() throws Exception {
        checkout.jdk(temporary.resolve("far away"), "25.0.1");
        Path alternatives = Files.createDirectories(temporary.resolve("alternatives"));
        Files.createSymbolicLink(alternatives.resolve("java"), Path.of("../far away/bin/java"));
        Files.createSymbolicLink(temporary.resolve("path/java"), alternatives.resolve("java"));
        startsWith("25.0.1");
    }

    @Test
    void aJdkLaidOutAsOnMacOsIsFound() throws Exception {
        checkout.jdk(checkout.usualFolder.resolve("temurin-25.jdk/Contents/Home"), "25.0.3");
        startsWith("25.0.3");
    }

    @Test
    void aJdkLaidOutAsByHomebrewIsFound() throws Exception {
        checkout.jdk(checkout.usualFolder.resolve("openjdk/libexec/openjdk.jdk/Contents/Home"), "26");
        startsWith("26");
    }

    @Test
    void aRuntimeWithoutACompilerIsPassedOver() throws Exception {
        checkout.runtime(checkout.usualFolder.resolve("a-runtime"), "25.0.3");
        checkout.jdk(checkout.usualFolder.resolve("b-jdk"), "26.0.0");
        startsWith("26.0.0");
    }

    @Test
    void withoutAJdkItSaysHowToGetOne() throws Exception {
        checkout.putOnPath(checkout.jdk(temporary.resolve("java-17"), "17.0.15"));
        Answer answer = checkout.cadran();
        assertEquals(1, answer.exit());
        assertEquals("", answer.out());
        for (String way : new String[] {"adoptium.net", "sdk install java 25", "brew install", "winget install"}) {
            assertTrue(answer.err().contains(way), way);
        }
        assertTrue(checkout.builds().isEmpty());
    }
}
