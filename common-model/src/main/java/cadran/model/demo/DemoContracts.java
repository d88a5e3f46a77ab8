package cadran.model.demo;

import cadran.model.numbers.NumberRange;
import java.math.BigDecimal;
import java.util.List;

/** Some ranges of a hundred, the first ones of the geographic numbers: the more numbers there are, the fuller they get. */
final class DemoContracts {
    static final int SIZE = 100;

    /** The rows of {@link DemoRange#ALL} that they are cut from. */
    private static final List<Cut> CUTS = List.of(
            new Cut(0, 0),
            new Cut(0, 1),
            new Cut(0, 2),
            new Cut(0, 3),
            new Cut(0, 4),
            new Cut(1, 0),
            new Cut(2, 0),
            new Cut(3, 0),
            new Cut(3, 1),
            new Cut(4, 0));

    private final DemoSeed seed;
    private final DemoNumbers numbers;
    private final DemoReferences references;

    DemoContracts(DemoSeed seed, DemoNumbers numbers, DemoReferences references) {
        this.seed = seed;
        this.numbers = numbers;
        this.references = references;
    }

    /** One hundred of a row. */
    private record Cut(int row, int hundred) {
        DemoRange range() {
            return DemoRange.ALL.get(row);
        }

        int first() {
            return hundred * SIZE;
        }
    }

    int count() {
        return CUTS.size();
    }

    NumberRange range(int index) {
        var cut = CUTS.get(index);
        var range = cut.range();
        var carrier = numbers.carrier(range, cut.first());
        var random = seed.random(DemoTable.RANGE, index);
        var first = range.number(cut.first());
        return new NumberRange(
                seed.id(DemoTable.RANGE, index),
                references.dialingCode(range.territory()),
                first,
                range.number(cut.first() + SIZE - 1),
                carrier.id(),
                null,
                first,
                "T2-" + random.digits(3),
                carrier.code().charAt(0) + "-" + random.digits(8),
                null,
                BigDecimal.valueOf(range.cents(), 2),
                BigDecimal.valueOf(range.cents() * 8L, 2),
                BigDecimal.valueOf(range.cents() * 60L, 2),
                "EUR");
    }
}
