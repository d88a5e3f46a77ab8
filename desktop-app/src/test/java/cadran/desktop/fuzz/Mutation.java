package cadran.desktop.fuzz;

import cadran.model.Schema;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Ways in which what arrives is not what was meant. */
final class Mutation {
    /** Pieces that readers of text and of JSON have stumbled over before. */
    private static final List<String> PIECES = List.of(
            "null",
            "{}",
            "[]",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "{\"a\":{\"a\":{\"a\":",
            "1e999999999",
            "-1",
            "9223372036854775808",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"",
            "\\",
            ",",
            ":",
            "\n",
            "\r\n\r\n",
            "%00",
            "../../",
            "' or 1=1 --",
            "NaN",
            "+999999999-12-31",
            "-999999999-01-01",
            "9999-12-31",
            "000000001-000-4000-8000-000000000001",
            "true",
            "\uFEFF",
            "\u202E");

    private final RandomGenerator random;

    Mutation(RandomGenerator random) {
        this.random = random;
    }

    /** Bytes cut out, doubled, flipped, or put in; once or a few times. */
    byte[] of(byte[] original) {
        byte[] bytes = original;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(40)));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, from, to, new byte[0]);
            case 1 -> spliced(bytes, to, to, Arrays.copyOfRange(bytes, from, to));
            case 2 -> Arrays.copyOf(bytes, from);
            case 3 -> spliced(bytes, from, from, piece().getBytes(StandardCharsets.UTF_8));
            case 4 -> spliced(bytes, from, to, noise(to - from));
            default -> {
                var flipped = bytes.clone();
                if (from < flipped.length) {
                    flipped[from] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
        };
    }

    String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private byte[] noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        var out = new ByteArrayOutputStream(bytes.length + between.length);
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /** Well-formed JSON with one of its values, at whatever depth, replaced, left out or added. */
    void alter(JsonNode root) {
        var places = new ArrayList<JsonNode>();
        collect(root, places);
        switch (places.get(random.nextInt(places.size()))) {
            case ObjectNode object -> {
                var names = new ArrayList<>(object.propertyNames());
                var name =
                        names.isEmpty() || random.nextInt(8) == 0 ? piece() : names.get(random.nextInt(names.size()));
                if (random.nextInt(5) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, value(0));
                }
            }
            case ArrayNode array -> {
                if (array.isEmpty() || random.nextInt(4) == 0) {
                    array.add(value(0));
                } else {
                    array.set(random.nextInt(array.size()), value(0));
                }
            }
            default -> {}
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainer()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private JsonNode value(int depth) {
        var nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(14)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextLong());
            case 3 -> nodes.numberNode(new BigInteger(200, new java.util.Random(random.nextLong())));
            case 4 -> nodes.numberNode(new BigDecimal("1e" + random.nextInt(-400, 400)));
            case 5 -> nodes.numberNode(random.nextInt(-3, 3));
            case 6 -> nodes.stringNode(piece());
            case 7 -> nodes.stringNode("é".repeat(random.nextInt(20_000)));
            case 8 -> nodes.stringNode(new UUID(random.nextLong(), random.nextLong()).toString());
            case 9 -> nodes.stringNode("9999-12-31");
            case 10 -> nodes.stringNode("\uD83D");
            case 11 ->
                nodes.stringNode(
                        Schema.TYPES.get(random.nextInt(Schema.TYPES.size())).name());
            case 12 ->
                depth > 3
                        ? nodes.arrayNode()
                        : nodes.arrayNode().add(value(depth + 1)).add(value(depth + 1));
            default ->
                depth > 3
                        ? nodes.objectNode()
                        : nodes.objectNode().set(piece().isBlank() ? "x" : "do", value(depth + 1));
        };
    }
}
