package cadran.desktop.fuzz;

import cadran.model.Schema;
import cadran.model.catalog.ReferenceValues;
import cadran.model.demo.DemoRows;
import cadran.model.sync.EntityType;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.wire.ChangesReader;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.ChangesWriter;
import cadran.model.wire.PullHead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Pages of changes that a client reads: each is whole, or refused as damaged; nothing else may come out. */
final class PageFuzz implements ChangesSink {
    private static final long SLOW = 2_000_000_000;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

    private PageFuzz() {}

    static int run(Target unused, long seed, int inputs) {
        var page = page();
        var mutation = new Mutation(new Random(seed));
        int accepted = 0;
        for (int i = 0; i < inputs; i++) {
            // Half of them with the right sum, as a wrong server would send them and not a broken wire.
            var bytes = mutation.of(page);
            long start = System.nanoTime();
            accepted += reads(i % 2 == 0 ? bytes : summed(bytes), i);
            if (System.nanoTime() - start > SLOW) {
                throw new IllegalStateException("page " + i + " took long");
            }
        }
        return accepted;
    }

    private static int reads(byte[] bytes, int input) {
        try {
            ChangesReader.read(new ByteArrayInputStream(bytes), new PageFuzz());
            return 1;
        } catch (IOException damaged) {
            return 0;
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalStateException("page " + input + ": " + e, e);
        }
    }

    private static byte[] page() {
        var out = new ByteArrayOutputStream();
        var page = new ChangesWriter(out);
        var random = new Random(9);
        page.head(new PullHead(new UUID(1, 1), 0, 60, "ab.cd", Schema.NUMBER, false));
        var reference = ReferenceValues.fresh(() -> new UUID(random.nextLong(), random.nextLong()));
        reference.rows(new UUID(2, 2)).stream().limit(20).forEach(page::row);
        new DemoRows(3, CLOCK, reference, new UUID(2, 2), 20).stream().limit(60).forEach(page::row);
        Schema.TYPES.forEach(type -> page.row(of(type)));
        page.gone(Schema.TYPES.getFirst(), new UUID(4, 4));
        page.next("all/did", 60);
        page.end();
        return out.toByteArray();
    }

    /** With something in every field, so that no table and no kind of value is left out. */
    private static Row of(EntityType<?> type) {
        var values = new ArrayList<@Nullable Object>();
        for (var field : type.fields()) {
            values.add(
                    switch (field.kind()) {
                        case TEXT, WORDS -> "é,\"\n";
                        case CODE, CODES -> field.codes().getFirst();
                        case REFERENCE -> new UUID(5, 5);
                        case FLAG -> true;
                        case DATE -> LocalDate.EPOCH;
                        case DECIMAL -> new BigDecimal("1.5");
                    });
        }
        return new Row(type, new UUID(6, 6), 1, new UUID(2, 2), values);
    }

    /** The same lines with an end that fits them. */
    private static byte[] summed(byte[] page) {
        var sum = new CRC32C();
        int lines = 0;
        int from = 0;
        int end = lastLine(page);
        for (int at = 0; at < end; at++) {
            if (page[at] == '\n') {
                sum.update(page, from, at - from);
                lines++;
                from = at + 1;
            }
        }
        var whole = new ByteArrayOutputStream();
        whole.write(page, 0, from);
        whole.writeBytes("{\"end\":{\"lines\":%d,\"checksum\":%d}}\n"
                .formatted(lines, sum.getValue())
                .getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    private static int lastLine(byte[] page) {
        var text = new String(page, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf("{\"end\"");
        return end < 0 ? page.length : end;
    }

    @Override
    public void head(PullHead head) {}

    @Override
    public void row(Row row) {
        if (row.values().size() != row.type().fields().size()) {
            throw new IllegalStateException(
                    "half a row: " + Arrays.toString(row.values().toArray()));
        }
    }

    @Override
    public void gone(EntityType<?> type, UUID id) {}

    @Override
    public void result(OperationResult result) {}
}
