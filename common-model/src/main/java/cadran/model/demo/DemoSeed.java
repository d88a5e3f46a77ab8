package cadran.model.demo;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What all rows depend on.
 *
 * @param today what dates count back from
 */
record DemoSeed(long value, long millis, LocalDate today) {
    DemoRandom random(DemoTable table, long index) {
        return new DemoRandom(value, table, index);
    }

    /** Unlike any other of the same table because the index is in it; version 7 like all ids. */
    UUID id(DemoTable table, int index) {
        long noise = DemoRandom.mix(value + table.stream);
        long high = ((millis & 0xFFFF_FFFF_FFFFL) << 16) | 0x7000L | (noise & 0x0FFFL);
        long low = (noise & 0x3FFF_FFFF_0000_0000L) | 0x8000_0000_0000_0000L | index;
        return new UUID(high, low);
    }
}
