package cadran.model.blocks;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.numbers.E164;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockFileTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String COLUMNS = "EZABPQM;Tranche_Debut;Tranche_Fin;Mnémo;Territoire;Date_Attribution\n";
    private static final String PARIS = "0199;0199000000;0199999999;AAAA;Métropole;01/01/2017\n";
    private static final String ISLAND =
            "059012;0590120000;0590129999;3620;\"Guadeloupe, St \"\"Martin\"\"\";31/08/2023\n";

    @Test
    void aFileIsReadWithItsReport() {
        var file = valid(COLUMNS + PARIS + ISLAND + "3999;3999;3999;AAAA;National;29/02/2024\n");
        assertEquals(3, file.rows());
        assertEquals(3, file.blocks().size());
        assertEquals(Set.of("3620", "AAAA"), file.blocks().holders());
        assertEquals(LocalDate.of(2024, 2, 29), file.blocks().newest().orElseThrow());
        assertEquals(64, file.fingerprint().length());
        assertEquals(
                new Block("0590120000", "0590129999", "3620", "Guadeloupe, St \"Martin\"", LocalDate.of(2023, 8, 31)),
                file.blocks().of(new E164("+590590123456")).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-8"})
    void accentsAreReadAsTheyWereWritten(String charset) {
        var text = COLUMNS + "0262;0262000000;0262999999;AAAA;La Réunion;01/01/2017\n";
        assertEquals("La Réunion", territory(text.getBytes(Charset.forName(charset))));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        var text = "\uFEFF" + COLUMNS + "0262;0262000000;0262999999;AAAA;La Réunion;01/01/2017\n";
        assertEquals("La Réunion", territory(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n\n", " \n"})
    void everyEndOfALineWillDo(String end) {
        assertEquals(2, valid((COLUMNS + PARIS + ISLAND).replace("\n", end)).rows());
    }

    @Test
    void quotedColumnNamesAndAMissingLastLineEndWillDo() {
        var quoted = "\"" + COLUMNS.strip().replace(";", "\";\"") + "\"\n";
        assertEquals(1, valid(quoted + PARIS.strip()).rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                                       | blocks.empty",
                "' \n\n '                                                                 | blocks.empty",
                "'EZABPQM;Tranche_Debut;Tranche_Fin;Mnémo;Territoire;Date_Attribution\n'  | blocks.empty",
                "'IDENTITE_OPERATEUR;CODE_OPERATEUR;SIRET_ACTEUR\nA;B;C\n'                | blocks.other_file",
                "'EZABPQM,Tranche_Debut,Tranche_Fin,Mnémo,Territoire,Date_Attribution\n'  | blocks.other_file",
                "'EZABPQM;Tranche_Debut;Tranche_Fin;Mnémo;Territoire\n'                   | blocks.other_file",
                "'EZABPQM;Tranche_De'                                                     | blocks.other_file",
                "'0199;0199000000;0199999999;AAAA;Métropole;01/01/2017\n'                 | blocks.other_file",
                "'EZABPQM;Tranche_Debut;Tranche_Fin;MnÃ©mo;Territoire;Date_Attribution\n' | blocks.encoding",
                "'EZABPQM;Tranche_Debut;Tranche_Fin;Mn?mo;Territoire;Date_Attribution\n'  | blocks.encoding",
                "'EZABPQM;Tranche_Debut;Tranche_Fin;Mn\uFFFDmo;Territoire;Date_Attribution\n' | blocks.encoding",
            })
    void whatIsNoSuchFileIsRefusedWithItsReason(String text, String code) {
        assertEquals(code, problem(text).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0188;0188000000;0188999999;BBBB;Métropole               | blocks.cells",
                "0188;0188000000;0188999999;BBBB;Métropole;01/01/2017;x  | blocks.cells",
                "0188;0188000000;0188999999;BBBB;\"Métropole;01/01/2017  | blocks.cells",
                "0188;0188000000;01889999;BBBB;Métropole;01/01/2017      | blocks.bounds",
                "0188;0188999999;0188000000;BBBB;Métropole;01/01/2017    | blocks.bounds",
                "0188;0188000000;0189999999;BBBB;Métropole;01/01/2017    | blocks.bounds",
                "0189;0188000000;0189999999;BBBB;Métropole;01/01/2017    | blocks.bounds",
                "0188;0188 000000;0188999999;BBBB;Métropole;01/01/2017   | blocks.bounds",
                "188;188000000;188999999;BBBB;Métropole;01/01/2017       | blocks.bounds",
                "0188;1,88E+08;1,89E+08;BBBB;Métropole;01/01/2017        | blocks.bounds",
                ";0188000000;0188999999;BBBB;Métropole;01/01/2017        | blocks.bounds",
                "0188;0188000000;0188999999;;Métropole;01/01/2017        | blocks.holder",
                "0188;0188000000;0188999999;BBBB;Métropole;2017-01-01    | blocks.date",
                "0188;0188000000;0188999999;BBBB;Métropole;30/02/2017    | blocks.date",
                "0188;0188000000;0188999999;BBBB;Métropole;01/01/17      | blocks.date",
                "0188;0188000000;0188999999;BBBB;Métropole;              | blocks.date",
            })
    void aLineThatCannotBeReadIsLeftOutAndNamed(String line, String code) {
        var read = read(COLUMNS + PARIS + "\n" + line + "\n" + ISLAND);
        assertEquals(List.of(Problem.of(code).with("line", 4)), read.warnings());
        assertEquals(3, read.value().rows());
        assertEquals(2, read.value().blocks().size());
    }

    @Test
    void aFileThatLostItsZerosToASpreadsheetIsRefused() {
        assertEquals(
                Problem.of("blocks.damaged").with("skipped", 2).with("rows", 2).with("line", 2),
                problem((COLUMNS + PARIS + ISLAND).replaceAll("(?<=[\\n;])0+", "")));
    }

    @ParameterizedTest
    @CsvSource({"50, true", "51, false"})
    void someLinesMayBeLeftOutManyMayNot(int unreadable, boolean accepted) {
        var lines = IntStream.range(0, unreadable).mapToObj(line -> "?\n").collect(Collectors.joining());
        var content = (COLUMNS + PARIS + lines + ISLAND).getBytes(WINDOWS);
        assertEquals(accepted, BlockFile.read(content) instanceof Checked.Valid<BlockFile>);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0188;01880000", "0188;0188000000;0188999999;BBBB;Métropole;01/01/20", "0188"})
    void aFileThatEndsInsideALineIsRefused(String rest) {
        assertEquals(Problem.of("blocks.cut_off").with("line", 4), problem(COLUMNS + PARIS + ISLAND + rest));
        assertEquals(1, read(COLUMNS + PARIS + rest + "\n").warnings().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01880;0188000000;0188099999;BBBB | 0188;0188050000;0188149999;CCCC | ''",
                "0188;0188000000;0188999999;BBBB  | 0188;0188000000;0188999999;CCCC | ''",
                "0188;0188000000;0188999999;BBBB  | 0188;0188000000;0188999999;BBBB | BBBB",
                "0188;0188000000;0188999999;BBBB  | 01880;0188000000;0188099999;CCCC | CCCC",
                "01880;0188000000;0188099999;BBBB | 01881;0188100000;0188199999;CCCC | BBBB",
            })
    void linesThatContradictEachOtherAreBothLeftOutAndNamed(String one, String other, String holder) {
        for (var lines : List.of(List.of(one, other), List.of(other, one))) {
            var text = lines.stream()
                    .map(line -> line.strip() + ";Métropole;01/01/2017\n")
                    .collect(Collectors.joining("", COLUMNS + PARIS, ""));
            var read = read(text);
            assertEquals(
                    holder,
                    read.value()
                            .blocks()
                            .of(new E164("+33188055555"))
                            .map(Block::holder)
                            .orElse(""));
            var named = List.of(
                    Problem.of("blocks.overlap").with("line", 3).with("other", 4),
                    Problem.of("blocks.overlap").with("line", 4).with("other", 3));
            assertEquals(holder.isEmpty() ? named : List.of(), read.warnings());
        }
    }

    @Test
    void nobodyAnswersForLinesThatContradictEachOther() {
        var read = read(COLUMNS + """
                0188;0188000000;0188999999;AAAA;Métropole;01/01/2017
                01880;0188000000;0188099999;BBBB;Métropole;01/01/2017
                0188;0188050000;0188149999;CCCC;Métropole;01/01/2017
                01889;0188900000;0188999999;DDDD;Métropole;01/01/2017
                """);
        assertEquals(3, read.warnings().size());
        assertEquals(Set.of("DDDD"), read.value().blocks().holders());
    }

    /** One that was cut at the end of a line can't be told from a whole one by its last line. */
    @ParameterizedTest
    @CsvSource({"10, ''", "9, 3", "8, '09, 3'", "1, '02, 03, 04, 05, 06, 07, 08, 09, 3'"})
    void aFirstFileThatLacksAPartOfThePlanRaisesAQuestion(int lines, String missing) {
        var text = Stream.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "39")
                .limit(lines)
                .map(each -> each.equals("39")
                        ? "3995;3995;3995;SFR0;National;01/01/2017\n"
                        : "%s;%s00000000;%s99999999;AAAA;Métropole;01/01/2017\n".formatted(each, each, each))
                .collect(Collectors.joining("", COLUMNS, ""));
        var doubt = valid(text).alone();
        assertEquals(
                missing,
                doubt.map(problem -> problem.args().getOrDefault("missing", "")).orElse(""));
    }

    @Test
    void theSameFileAgainIsRecognised() {
        var file = valid(COLUMNS + PARIS + ISLAND);
        assertEquals(
                "blocks.already_loaded",
                valid(COLUMNS + PARIS + ISLAND).replacing(file).orElseThrow().code());
        assertTrue(valid(COLUMNS + ISLAND + PARIS).replacing(file).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"20, ''", "18, ''", "17, blocks.fewer", "1, blocks.fewer"})
    void aFileThatIsMuchSmallerThanTheOneBeforeRaisesAQuestion(int count, String code) {
        var found = valid(blocks(count)).replacing(valid(blocks(19) + PARIS));
        assertEquals(code, found.map(Problem::code).orElse(""));
        found.ifPresent(problem -> assertEquals(
                List.of(String.valueOf(count), "20"),
                List.of(problem.args().getOrDefault("count", ""), problem.args().getOrDefault("earlier", ""))));
    }

    private static String blocks(int count) {
        return IntStream.range(10, 10 + count)
                .mapToObj(each -> "01%d;01%d000000;01%d999999;AAAA;Métropole;01/01/2017\n".formatted(each, each, each))
                .collect(Collectors.joining("", COLUMNS, ""));
    }

    private static String territory(byte[] content) {
        return BlockFile.read(content)
                .orThrow()
                .blocks()
                .of(new E164("+262262123456"))
                .orElseThrow()
                .territory();
    }

    private static BlockFile valid(String text) {
        var read = read(text);
        assertEquals(List.of(), read.warnings());
        return read.value();
    }

    private static Checked.Valid<BlockFile> read(String text) {
        return switch (BlockFile.read(text.getBytes(WINDOWS))) {
            case Checked.Valid<BlockFile> valid -> valid;
            case Checked.Invalid<BlockFile>(var problem) -> fail(problem.toString());
        };
    }

    private static Problem problem(String text) {
        return switch (BlockFile.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Checked.Valid<BlockFile>(var file, var _) -> fail("was read: " + file);
            case Checked.Invalid<BlockFile>(var problem) -> problem;
        };
    }
}
