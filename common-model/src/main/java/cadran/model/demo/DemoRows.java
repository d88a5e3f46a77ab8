package cadran.model.demo;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.Cloud;
import cadran.model.catalog.Customer;
import cadran.model.catalog.CustomerGroup;
import cadran.model.catalog.ReferenceValues;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberRange;
import cadran.model.sync.Row;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clouds, customers, groups, campaigns, ranges and numbers of a company that doesn't exist: the same seed on the same instant
 * gives the same rows, bit for bit. Each row is computed from its index, so a million of them need no memory. Meant
 * for an organisation without customers yet: the codes and numbers of two runs meet.
 */
public final class DemoRows {
    public static final int MOST_NUMBERS = 1_000_000;

    private final DemoCustomers customers;
    private final DemoNumbers numbers;
    private final DemoContracts contracts;
    private final int numberCount;
    private final UUID audience;

    /**
     * @param reference the organisation's own, see {@link ReferenceValues#of}
     * @param audience who may see the rows: the organisation's id
     */
    public DemoRows(long seed, InstantSource clock, ReferenceValues reference, UUID audience, int numberCount) {
        if (numberCount < 1 || numberCount > MOST_NUMBERS) {
            throw new IllegalArgumentException("1 to " + MOST_NUMBERS + " numbers, not " + numberCount);
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var demoSeed = new DemoSeed(seed, clock.millis(), today);
        this.customers = new DemoCustomers(demoSeed, numberCount);
        var references = new DemoReferences(reference);
        this.numbers = new DemoNumbers(demoSeed, customers, references);
        this.contracts = new DemoContracts(demoSeed, numbers, references);
        this.numberCount = numberCount;
        this.audience = audience;
    }

    /** How many rows {@link #stream} gives, for a progress bar. */
    public int size() {
        return DemoCustomers.CLOUDS.size()
                + customers.count()
                + customers.groupCount()
                + customers.campaignCount()
                + contracts.count()
                + numberCount;
    }

    /** What is referred to comes before what refers to it, so any prefix can be stored. Made as it is read. */
    public Stream<Row> stream() {
        return IntStream.range(0, size()).mapToObj(this::row);
    }

    /** What the numbers in use work for; apart, for an inventory alone needs none of it. */
    public Stream<Row> work() {
        return IntStream.range(0, numberCount)
                .mapToObj(numbers::work)
                .filter(Objects::nonNull)
                .map(work -> Assignment.TYPE.row(work, audience));
    }

    Row row(int index) {
        int rest = index;
        if (rest < DemoCustomers.CLOUDS.size()) {
            return Cloud.TYPE.row(customers.cloud(rest), audience);
        }
        rest -= DemoCustomers.CLOUDS.size();
        if (rest < customers.count()) {
            return Customer.TYPE.row(customers.customer(rest), audience);
        }
        rest -= customers.count();
        if (rest < customers.groupCount()) {
            return CustomerGroup.TYPE.row(customers.group(rest), audience);
        }
        rest -= customers.groupCount();
        if (rest < customers.campaignCount()) {
            return Campaign.TYPE.row(customers.campaign(rest), audience);
        }
        rest -= customers.campaignCount();
        if (rest < contracts.count()) {
            return NumberRange.TYPE.row(contracts.range(rest), audience);
        }
        return Did.TYPE.row(numbers.number(rest - contracts.count()), audience);
    }
}
