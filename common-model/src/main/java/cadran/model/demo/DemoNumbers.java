package cadran.model.demo;

import cadran.model.catalog.Carrier;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.Ending;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, each from its index alone. Ten neighbours of a range make a block: bought on one day, at one price, for one
 * customer, as companies buy them.
 */
final class DemoNumbers {
    private static final int BLOCK = 10;
    private static final int RECOVERABLE_DAYS = 40;

    private final DemoSeed seed;
    private final DemoCustomers customers;
    private final DemoReferences references;

    DemoNumbers(DemoSeed seed, DemoCustomers customers, DemoReferences references) {
        this.seed = seed;
        this.customers = customers;
        this.references = references;
    }

    Did number(int index) {
        var place = place(index);
        return number(index, place.range, place.ordinal, block(place), seed.random(DemoTable.NUMBER, index));
    }

    /** What a number in use works for: a campaign of its customer's. */
    @Nullable
    Assignment work(int index) {
        var did = number(index);
        if (did.status() != DidStatus.IN_USE) {
            return null;
        }
        var random = seed.random(DemoTable.ASSIGNMENT, index);
        var campaign = customers.campaignOf(customer(block(place(index))), random);
        boolean calls = campaign.dialingMode() != null;
        return new Assignment(
                seed.id(DemoTable.ASSIGNMENT, index),
                did.id(),
                campaign.id(),
                Objects.requireNonNull(did.activatedOn()),
                random.in100(8) ? seed.today().plusDays(random.between(1, 90)) : null,
                !calls || random.in100(40),
                calls,
                null,
                null);
    }

    private record Place(int row, DemoRange range, int ordinal) {}

    private static Place place(int index) {
        // 37 and 100 have no common divisor: every slot comes once in a hundred, and neighbours in the list differ.
        var slot = DemoRange.Slot.of(index % 100 * 37 % 100);
        return new Place(slot.row(), slot.range(), index / 100 * slot.range().share() + slot.rank());
    }

    private DemoRandom block(Place place) {
        return seed.random(DemoTable.BLOCK, (long) place.row << 32 | place.ordinal / BLOCK);
    }

    /** The smaller of two draws: a few large customers and many small ones. */
    private int customer(DemoRandom block) {
        return Math.min(block.below(customers.count()), block.below(customers.count()));
    }

    /** A hundred stands at one carrier, as its range says. */
    Carrier carrier(DemoRange range, int ordinal) {
        return references.carrier(
                seed.random(DemoTable.RANGE, (long) DemoRange.ALL.indexOf(range) << 32 | ordinal / DemoContracts.SIZE));
    }

    private Did number(int index, DemoRange range, int ordinal, DemoRandom block, DemoRandom random) {
        var e164 = range.number(ordinal);
        var status = status(random);
        int customer = customer(block);
        boolean given = isGiven(status, random);
        var carrier = carrier(range, ordinal);
        var equipment = references.equipment(block);
        var cloud = block.in100(30) ? seed.id(DemoTable.CLOUD, block.below(DemoCustomers.CLOUDS.size())) : null;
        var cost = BigDecimal.valueOf((long) range.cents() * block.between(80, 120) / 100, 2);
        var bought = seed.today().minusDays(block.between(90, 3_000));
        var left = status == DidStatus.TERMINATED ? seed.today().minusDays(random.between(1, 60)) : null;
        boolean ported = left != null && random.in100(30);
        return new Did(
                seed.id(DemoTable.NUMBER, index),
                references.dialingCode(range.territory()),
                e164,
                status,
                given ? customers.id(customer) : null,
                given ? customers.groupOf(customer, random) : null,
                null,
                references.region(e164),
                references.type(range.type()),
                carrier.id(),
                description(status, customer, ported, random),
                random.in100(12) ? random.oneOf(DemoWords.TAGS) : null,
                status == DidStatus.IN_USE && random.in100(8) ? random.oneOf(DemoWords.NOTES) : null,
                null,
                reference(carrier.code(), block, random),
                null,
                range.capabilities(),
                equipment,
                cloud,
                null,
                null,
                null,
                null,
                cost,
                null,
                left == null ? null : left.plusDays(random.between(0, 30)),
                status == DidStatus.ORDERED ? null : bought,
                activated(status, bought, random),
                status == DidStatus.AVAILABLE && random.in100(4) ? seed.today().plusDays(random.below(30)) : null,
                null,
                left == null ? null : left.minusDays(random.between(3, 15)),
                left,
                left == null ? null : ported ? Ending.PORTED_OUT : Ending.GIVEN_BACK,
                left == null || ported ? null : left.plusDays(RECOVERABLE_DAYS),
                null,
                null,
                null,
                null);
    }

    private static DidStatus status(DemoRandom random) {
        int draw = random.below(100);
        if (draw < 4) {
            return DidStatus.ORDERED;
        } else if (draw < 24) {
            return DidStatus.AVAILABLE;
        } else if (draw < 40) {
            return DidStatus.ASSIGNED;
        }
        return draw < 92 ? DidStatus.IN_USE : DidStatus.TERMINATED;
    }

    /** An available number may belong to a customer's pool, an ordered one may be meant for somebody. */
    private static boolean isGiven(DidStatus status, DemoRandom random) {
        return switch (status) {
            case ASSIGNED, IN_USE -> true;
            case AVAILABLE -> random.in100(40);
            case ORDERED -> random.in100(60);
            case TERMINATED -> false;
        };
    }

    private static @Nullable LocalDate activated(DidStatus status, LocalDate bought, DemoRandom random) {
        return switch (status) {
            case IN_USE, TERMINATED -> bought.plusDays(random.between(1, 30));
            case ASSIGNED -> random.in100(50) ? bought.plusDays(random.between(1, 30)) : null;
            case ORDERED, AVAILABLE -> null;
        };
    }

    private @Nullable String description(DidStatus status, int customer, boolean ported, DemoRandom random) {
        return switch (status) {
            case IN_USE, ASSIGNED ->
                random.oneOf(DemoWords.USES) + " – " + customers.town(customer).substring(6);
            case ORDERED -> random.in100(40) ? "Portabilité entrante" : "Commande en cours";
            case TERMINATED -> ported ? "Porté sortant" : "Résilié à la demande du client";
            case AVAILABLE -> null;
        };
    }

    /** What carriers call a number: two of them by ids in their known shapes, the others by the contract of its block. */
    private static String reference(String carrier, DemoRandom block, DemoRandom random) {
        return switch (carrier) {
            case "TWILIO" -> "PN" + random.hex() + random.hex();
            case "TELNYX" -> "1" + random.digits(18);
            default -> carrier.charAt(0) + "-" + block.digits(8);
        };
    }
}
