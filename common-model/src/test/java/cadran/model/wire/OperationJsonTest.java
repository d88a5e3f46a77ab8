package cadran.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class OperationJsonTest {
    private static final UUID ID = new UUID(1, 2);

    static Stream<Intent> intents() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("e164", "+33123456789");
        values.put("carrierId", ID);
        values.put("customerId", null);
        values.put("monthlyCost", new BigDecimal("1.20"));
        values.put("acquiredOn", LocalDate.of(2026, 3, 1));
        return Stream.of(
                new Intent.Create("did", ID, values),
                new Intent.Create("cloud", ID, Map.of("active", false)),
                new Intent.Patch("did", ID, Map.of("notes", new Change(null, "é\n😀"))),
                new Intent.Move("did", ID, "status", "ASSIGNED", Map.of("customerId", new Change(ID, null))),
                new Intent.Move("did", ID, "status", "TERMINATED", Map.of(), "0123abcd"),
                new Intent.Delete("did", ID));
    }

    @ParameterizedTest
    @MethodSource("intents")
    void anOperationComesBackAsItWent(Intent intent) {
        for (UUID group : new @Nullable UUID[] {null, ID}) {
            var operation = new Operation(ID, 7, group, Instant.parse("2026-03-01T08:00:00.123Z"), 3, 6, intent);
            var text = Json.MAPPER.writeValueAsString(OperationJson.write(operation));
            assertEquals(operation, OperationJson.read(Json.MAPPER.readTree(text)));
        }
    }

    @Test
    void aResultComesBackAsItWent() {
        var theirs = new HashMap<String, @Nullable Object>();
        theirs.put("customerId", null);
        theirs.put("monthlyCost", new BigDecimal("1.20"));
        for (Problem problem : new @Nullable Problem[] {
            null, Problem.of("a.b").with("x", 1), Problem.of("c").at("d")
        }) {
            var result = new OperationResult(7, ID, "did", Verdict.CONFLICT, 9, 3, problem, theirs);
            var text = Json.MAPPER.writeValueAsString(OperationJson.write(result));
            assertEquals(result, OperationJson.readResult(Json.MAPPER.readTree(text)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/id                   | null                     | field.required",
                "/id                   | 7                        | json.wrong_type",
                "/id                   | \"1-2-3-4-5\"            | json.wrong_type",
                "/number               | -1                       | json.wrong_type",
                "/number               | 1.5                      | json.wrong_type",
                "/number               | 99999999999999999999     | json.wrong_type",
                "/number               | \"1\"                    | json.wrong_type",
                "/at                   | \"yesterday\"            | json.wrong_type",
                "/group                | \"x\"                    | json.wrong_type",
                "/intent               | null                     | field.required",
                "/intent/entity        | \"teapot\"               | entity.unknown",
                "/intent/do            | \"brew\"                 | intent.unknown",
                "/intent/row           | \"\"                     | json.wrong_type",
                "/intent/changes       | {\"colour\":[1,2]}       | field.unknown",
                "/intent/changes       | {\"notes\":\"x\"}        | json.wrong_type",
                "/intent/changes       | {\"notes\":[\"x\"]}      | json.wrong_type",
                "/intent/changes       | {\"notes\":[1,\"x\"]}    | json.wrong_type",
                "/intent/changes       | {\"acquiredOn\":[null,\"2026-02-30\"]} | json.wrong_type",
                "/intent/changes       | {\"monthlyCost\":[null,\"x\"]}         | json.wrong_type",
                "/intent/changes       | {\"monthlyCost\":[null,1e999999999]}   | json.wrong_type",
                "/intent/changes       | {\"monthlyCost\":[null,\"1e99\"]}      | json.wrong_type",
                "/intent/changes       | {\"monthlyCost\":[null,true]}          | json.wrong_type",
                "/intent/changes       | {\"customerId\":[null,\"x\"]}          | json.wrong_type",
            })
    void whatIsWrongIsNamed(String pointer, String json, String code) {
        var patch = new Intent.Patch("did", ID, Map.of("notes", new Change(null, "x")));
        ObjectNode node = OperationJson.write(new Operation(ID, 7, null, Instant.EPOCH, 3, 0, patch));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) node.at(pointer.substring(0, slash)))
                .set(pointer.substring(slash + 1), Json.MAPPER.readTree(json));
        var problem = assertThrows(ProblemException.class, () -> OperationJson.read(node));
        assertEquals(code, problem.problem().code());
    }
}
