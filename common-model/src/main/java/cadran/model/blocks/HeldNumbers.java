package cadran.model.blocks;

import cadran.model.numbers.FrenchPlan;
import cadran.model.numbers.NumberSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The other way round: which numbers were allotted to some operators, as spans that a search can go by. */
public final class HeldNumbers {
    private HeldNumbers() {}

    /** @param holder whether an operator is meant, by its code; for each number the same one as {@link NumberBlocks#of} names */
    public static List<NumberSpan> of(NumberBlocks blocks, FrenchPlan plan, Predicate<String> holder) {
        var spans = new ArrayList<NumberSpan>();
        blocks.forEachStretch((first, last, code) -> {
            if (holder.test(code)) {
                spans.addAll(plan.canonical(BlockLine.digits(first), BlockLine.digits(last)));
            }
        });
        return NumberSpan.merged(spans);
    }
}
