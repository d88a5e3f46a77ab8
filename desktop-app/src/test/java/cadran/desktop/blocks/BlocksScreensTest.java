package cadran.desktop.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.UiTest;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.desktop.ui.Desk;
import cadran.model.numbers.Did;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("NullAway.Init") // set at the start of each test
class BlocksScreensTest extends UiTest {
    private OpenProfile profile;
    private Desk desk;

    @AfterEach
    void close() {
        profile.close();
    }

    private void open(Language language) {
        profile = OpenProfile.withNumbers(folder, Role.TELECOM, 400);
        desk = desk(language);
        showShell(desk, onFx(() -> profile.features(desk)), onFx(() -> profile.commands(desk)));
        onFx(() -> desk.navigator().open("numbers"));
        quiet();
    }

    private Path kept() {
        return folder.resolve("majnum.csv");
    }

    /** By the palette, as it is called in the language shown. */
    private void command(String key) {
        type(KeyCode.SHORTCUT, KeyCode.K);
        write(desk.texts().get(key).substring(0, 17));
        type(KeyCode.ENTER);
        quiet();
    }

    private void choose(String text, Charset charset) {
        files.choose(SampleBlocks.write(folder, "chosen.csv", text, charset));
        command("blocks.import");
    }

    private boolean isAsking() {
        return onFx(() -> desk.modals().openProperty().get());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFileIsImportedAndLookedIntoByKeysAlone(Language language) throws Exception {
        open(language);
        choose(SampleBlocks.withDoubts(), SampleBlocks.WINDOWS);
        assertTrue(isShown("13"), () -> "lines read " + texts());
        assertTrue(isShown("18/06/2025"), () -> "the newest block " + texts());
        assertTrue(isShown("• " + sentence(Problem.of("blocks.date").with("line", 12))), () -> texts().toString());
        var overlap = Problem.of("blocks.overlap").with("line", 13).with("other", 14);
        assertTrue(isShown("• " + sentence(overlap)), () -> texts().toString());
        assertFalse(Files.exists(kept()), "nothing is used before its user says so");
        type(KeyCode.ENTER);
        quiet();
        assertFalse(isAsking());
        assertArrayEquals(SampleBlocks.withDoubts().getBytes(SampleBlocks.WINDOWS), Files.readAllBytes(kept()));

        var holders = SampleBlocks.holders(profile);
        filter(
                language == Language.FRENCH ? "attributaire:Orange" : "block-holder:Orange",
                holders.held("FRTE"::equals));
        type(KeyCode.DOWN);
        type(KeyCode.DOWN);
        quiet();
        assertTrue(isShown(text -> text.endsWith("FRTE · Orange")), () -> texts().toString());
        filter(language == Language.FRENCH ? "porté:oui" : "ported:yes", holders.differs());
        type(KeyCode.DOWN);
        type(KeyCode.DOWN);
        quiet();
        assertTrue(isShown(desk.texts().get("blocks.differs")), () -> texts().toString());
    }

    private void filter(String line, Filter expected) {
        type(KeyCode.SHORTCUT, KeyCode.F);
        onFx(() -> ((TextField) byId("filter")).setText(line));
        var count = count(Query.of(Did.TYPE).where(expected));
        await(count, () -> isShown(count));
        quiet();
    }

    private String count(Query query) {
        return desk.texts().count("entity.did.count", profile.workspace.rows().count(query));
    }

    private String sentence(Problem problem) {
        return desk.texts().problem(problem);
    }

    private static Stream<Arguments> wrongFiles() {
        UnaryOperator<String> cut = text -> text.substring(0, text.length() - 20);
        return Stream.of(
                Arguments.of(
                        cut, SampleBlocks.WINDOWS, Problem.of("blocks.cut_off").with("line", 11)),
                Arguments.of(
                        (UnaryOperator<String>)
                                text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8,
                        Problem.of("blocks.encoding")),
                Arguments.of(
                        (UnaryOperator<String>) text -> "nom;numéro\nOrange;0144000000\n",
                        SampleBlocks.WINDOWS,
                        Problem.of("blocks.other_file")),
                Arguments.of((UnaryOperator<String>) text -> "", SampleBlocks.WINDOWS, Problem.of("blocks.empty")));
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void aFileThatIsNotWholeOrNotTheRightOneIsRefusedAndTheFormerStays(
            UnaryOperator<String> spoil, Charset charset, Problem problem) throws Exception {
        SampleBlocks.use(folder);
        byte[] before = Files.readAllBytes(kept());
        open(Language.FRENCH);
        choose(spoil.apply(SampleBlocks.text()), charset);
        assertTrue(isShown(sentence(problem)), () -> texts().toString());
        assertTrue(isShown(desk.texts().get("blocks.other-stays")), () -> texts().toString());
        type(KeyCode.ESCAPE);
        assertFalse(isAsking());
        assertArrayEquals(before, Files.readAllBytes(kept()));
        files.choose(folder.resolve("gone.csv"));
        command("blocks.import");
        assertTrue(isShown(sentence(Problem.of("blocks.unreadable"))), () -> texts().toString());
    }

    /** Nothing to compare with, and no line that breaks off. */
    @Test
    void aFirstFileThatEndsTooSoonIsQuestionedAndTakenOnlyIfMeant() {
        open(Language.FRENCH);
        choose(SampleBlocks.text().lines().limit(4).collect(Collectors.joining("\n", "", "\n")), SampleBlocks.WINDOWS);
        var doubt = sentence(Problem.of("blocks.partial").with("missing", "03, 04, 05, 06, 07, 08, 09, 3"));
        assertTrue(isShown(doubt), () -> texts().toString());
        type(KeyCode.ESCAPE);
        quiet();
        assertFalse(Files.exists(kept()));
    }

    @Test
    void whatIsThereAlreadyIsNotAskedTwiceAndTheSameInUtf8Is() {
        SampleBlocks.use(folder);
        open(Language.FRENCH);
        choose(SampleBlocks.text(), SampleBlocks.WINDOWS);
        assertTrue(isShown(sentence(Problem.of("blocks.already_loaded"))), () -> texts().toString());
        assertFalse(isShown(desk.texts().get("blocks.use")));
        type(KeyCode.ENTER);
        assertFalse(isAsking());
        choose(SampleBlocks.text(), StandardCharsets.UTF_8);
        assertTrue(isShown(desk.texts().get("blocks.use")), () -> texts().toString());
    }

    @Test
    void whoeverThinksBetterOfItChangesNothing() {
        open(Language.FRENCH);
        files.choose(null);
        command("blocks.import");
        assertFalse(isAsking());
        choose(SampleBlocks.text(), SampleBlocks.WINDOWS);
        type(KeyCode.ESCAPE);
        quiet();
        assertFalse(Files.exists(kept()));
    }

    /** Half of a file that was to take its place lies beside it when the program is killed as it writes. */
    @Test
    void whatAKilledProgramLeftHalfWrittenIsNotReadAndDoesNotStandInTheWay() throws Exception {
        SampleBlocks.use(folder);
        Files.writeString(folder.resolve("majnum.csv.new"), SampleBlocks.COLUMNS + "0188;01");
        open(Language.FRENCH);
        onFx(() -> desk.navigator().open("settings"));
        quiet();
        assertTrue(isShown(desk.texts().count("blocks.state", 10, "newest", "18/06/2025")), () -> texts().toString());
        choose(SampleBlocks.withDoubts(), SampleBlocks.WINDOWS);
        type(KeyCode.ENTER);
        quiet();
        assertArrayEquals(SampleBlocks.withDoubts().getBytes(SampleBlocks.WINDOWS), Files.readAllBytes(kept()));
        assertFalse(Files.exists(folder.resolve("majnum.csv.new")));
    }

    @Test
    void aKeptFileThatIsDamagedIsSaidAndCanBeReplaced() throws Exception {
        Files.writeString(kept(), "?");
        open(Language.FRENCH);
        assertTrue(isShown(desk.texts().get("blocks.damaged")), () -> texts().toString());
        choose(SampleBlocks.text(), SampleBlocks.WINDOWS);
        type(KeyCode.ENTER);
        quiet();
        assertEquals(10, new KeptFile(folder).read().orElseThrow().blocks().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FRENCH  | 01.99 00-00 00    | FRTE · Orange",
                "FRENCH  | +33 1 99 00 55 01 | TEIR · Telnyx",
                "ENGLISH | 0033465123456     | TWIL · Twilio",
                "ENGLISH | +590590123456     | Guadeloupe, Saint-Martin, Saint-Barthélemy",
                "FRENCH  | 39 95             | SFR0",
                "FRENCH  | 0144              | 0144 est un numéro court",
                "ENGLISH | +442079460123     | This number is not French",
                "ENGLISH | 0144000000        | The file in use has no block",
            })
    void anyNumberIsLookedUpInAnySpelling(Language language, String typed, String answer) {
        SampleBlocks.use(folder);
        open(language);
        command("blocks.lookup");
        write(typed);
        quiet();
        assertTrue(isShown(text -> text.startsWith(answer)), () -> texts().toString());
        type(KeyCode.ESCAPE);
        assertFalse(isAsking());
    }

    @Test
    void withoutAFileItIsOfferedToImportOne() {
        open(Language.FRENCH);
        type(KeyCode.DOWN);
        quiet();
        assertTrue(isShown(sentence(Problem.of("blocks.none"))), () -> texts().toString());
        type(KeyCode.SHORTCUT, KeyCode.F);
        onFx(() -> ((TextField) byId("filter")).setText("porté:oui"));
        settle();
        assertTrue(isShown(count(Query.of(Did.TYPE))), "a filter that can't be understood narrows nothing");
    }
}
