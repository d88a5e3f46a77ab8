package cadran.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ChangesTest {
    private static final UUID ORG = new UUID(1, 1);
    private static final PullHead HEAD = new PullHead(new UUID(9, 9), 3, 8, "abc.def", 1, true);

    /** What arrived, in order. */
    private static final class Heard implements ChangesSink {
        private final List<Object> all = new ArrayList<>();

        @Override
        public void head(PullHead head) {
            all.add(head);
        }

        @Override
        public void row(Row row) {
            all.add(row);
        }

        @Override
        public void gone(EntityType<?> type, UUID id) {
            all.add(type + " " + id);
        }

        @Override
        public void result(OperationResult result) {
            all.add(result);
        }
    }

    private static Row row(String entity, int id, @Nullable Object... values) {
        return new Row(Schema.type(entity), new UUID(5, id), id, ORG, Arrays.asList(values));
    }

    private static final Row CLOUD = row("cloud", 1, "C", "é\u2028\"😀\n", null, true);
    private static final Row NUMBER = new Row(
                    Schema.type("did"),
                    new UUID(5, 2),
                    2,
                    ORG,
                    Collections.nCopies(Schema.type("did").fields().size(), null))
            .with("dialingCodeId", ORG)
            .with("e164", "+33123456789")
            .with("carrierId", ORG)
            .with("typeId", ORG)
            .with("status", "AVAILABLE")
            .with("capabilities", "SMS,VOICE_IN")
            .with("acquiredOn", LocalDate.of(2026, 3, 1))
            .with("monthlyCost", new BigDecimal("1.20"))
            .with("tags", "a,b");
    private static final OperationResult RESULT = new OperationResult(
            4,
            new UUID(6, 6),
            "did",
            Verdict.CONFLICT,
            8,
            2,
            Problem.of("row.changed_by_other").with("by", "x").at("monthlyCost"),
            Map.of("monthlyCost", new BigDecimal("1.20"), "customerId", ORG));

    private static String page() {
        var bytes = new ByteArrayOutputStream();
        var writer = new ChangesWriter(bytes);
        writer.head(HEAD);
        writer.row(CLOUD);
        writer.gone(Schema.type("customer"), new UUID(7, 7));
        writer.row(NUMBER);
        writer.result(RESULT);
        writer.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<Object> read(String page) throws IOException {
        return read(page.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Object> read(byte[] page) throws IOException {
        var heard = new Heard();
        ChangesReader.read(new ByteArrayInputStream(page), heard);
        return heard.all;
    }

    /** The lines with a right end behind them, as another version of the program would send them. */
    private static String ended(String... lines) {
        var checksum = new CRC32C();
        for (String line : lines) checksum.update(line.getBytes(StandardCharsets.UTF_8));
        return String.join("\n", lines) + "\n{\"end\":{\"lines\":" + lines.length + ",\"checksum\":"
                + checksum.getValue() + "}}\n";
    }

    private static String head(String columns) {
        return "{\"head\":{\"feed\":\"" + HEAD.feed() + "\",\"from\":3,\"to\":8,\"hash\":\"abc.def\",\"schema\":2,"
                + "\"more\":true,\"later\":1,\"columns\":{" + columns + "}}}";
    }

    @Test
    void aPageArrivesAsItWasWritten() throws IOException {
        assertEquals(List.of(HEAD, CLOUD, "customer " + new UUID(7, 7), NUMBER, RESULT), read(page()));
    }

    @Test
    void aPageThatIsCutOffAnywhereIsDamaged() {
        var page = page().stripTrailing().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < page.length; length++) {
            var cut = Arrays.copyOf(page, length);
            assertThrows(DamagedPageException.class, () -> read(cut));
        }
    }

    @Test
    void aByteThatIsAlteredAnywhereIsDamage() throws IOException {
        var page = page().stripTrailing().getBytes(StandardCharsets.UTF_8);
        var whole = read(page);
        for (int at = 0; at < page.length; at++) {
            var altered = page.clone();
            altered[at] ^= 1;
            try {
                // Only between the tokens of the last line can a byte differ without saying anything else.
                assertEquals(whole, read(altered));
                assertTrue(at > page().indexOf("{\"end\""), "byte " + at);
            } catch (DamagedPageException expected) {
                assertTrue(String.valueOf(expected.getMessage()).length() > 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "3", "4"})
    void aLineThatIsMissingDoubledOrMovedIsDamage(int line) {
        var lines = new ArrayList<>(page().lines().toList());
        var missing = new ArrayList<>(lines);
        missing.remove(line);
        assertThrows(DamagedPageException.class, () -> read(String.join("\n", missing)));
        var doubled = new ArrayList<>(lines);
        doubled.add(line, lines.get(line));
        assertThrows(DamagedPageException.class, () -> read(String.join("\n", doubled)));
        var moved = new ArrayList<>(lines);
        moved.add(4 - line == line ? 0 : 4 - line, moved.remove(line));
        assertThrows(DamagedPageException.class, () -> read(String.join("\n", moved)));
    }

    @Test
    void textBehindTheEndIsDamage() {
        assertThrows(DamagedPageException.class, () -> read(page() + "{}\n"));
    }

    @Test
    void tablesAndColumnsOfANewerProgramAreSkipped() throws IOException {
        var id = new UUID(5, 1);
        var page = ended(
                head("\"teapot\":[\"colour\"],\"cloud\":[\"shade\",\"name\",\"code\",\"active\",\"routing\"]"),
                "[\"teapot\",\"" + id + "\",1,\"" + ORG + "\",\"red\"]",
                "{\"gone\":[\"teapot\",\"" + id + "\"]}",
                "{\"later\":true}",
                "[\"cloud\",\"" + id + "\",1,\"" + ORG + "\",\"grey\",\"N\",\"C\",true,null]",
                "{\"result\":{\"number\":1,\"operation\":\"" + id + "\",\"entity\":\"teapot\",\"verdict\":\"MERGED\","
                        + "\"change\":8,\"version\":1,\"theirs\":{\"colour\":\"red\"}}}");
        var heard = read(page);
        assertEquals(row("cloud", 1, "C", "N", null, true), heard.get(1));
        assertEquals("teapot", ((OperationResult) heard.get(2)).entity());
        assertEquals(3, heard.size());
    }

    @Test
    void columnsOfAnOlderProgramAreEmpty() throws IOException {
        var page = ended(
                head("\"cloud\":[\"name\",\"code\"]"),
                "[\"cloud\",\"" + new UUID(5, 1) + "\",1,\"" + ORG + "\",\"N\",\"C\"]");
        assertEquals(row("cloud", 1, "C", "N", null, null), read(page).get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[\"cloud\"]",
                "[\"cloud\",\"x\",1,\"y\"]",
                "[\"cloud\",7,1,true]",
                "{\"gone\":[]}",
                "{\"gone\":7}",
                "{\"result\":{}}",
                "{\"result\":7}",
                "{\"head\":{}}",
                "{\"head\":null}",
                "[\"carrier\",\"00000000-0000-0005-0000-000000000001\",1,\"00000000-0000-0005-0000-000000000001\"]",
                "null",
                "7",
                "{\"a\":1,\"a\":2}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            })
    void nonsenseWithARightChecksumIsDamageAllTheSame(String line) {
        assertThrows(DamagedPageException.class, () -> read(ended(head("\"cloud\":[\"code\"]"), line)));
    }

    @Test
    void everythingIsWrittenAsJson() {
        for (String line : page().lines().toList()) {
            JsonNode node = Json.MAPPER.readTree(line);
            assertTrue(node.isArray() || node.isObject());
        }
    }
}
