package cadran.model.ownfields;

import cadran.model.problem.Problem;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What holds for the definition of an own field: what stands in numbers already keeps its meaning. */
final class OwnFieldRules implements RowRules {
    @Override
    public @Nullable Problem check(Row row) {
        var choices = Choices.of(row.text("choices"));
        boolean isChoice = OwnKind.CHOICE.name().equals(row.text("kind"));
        if (isChoice && choices.isEmpty()) {
            return Problem.of("own_field.needs_choices").at("choices");
        }
        if (!isChoice && row.text("choices") != null) {
            return Problem.of("own_field.has_no_choices").at("choices");
        }
        var seen = new HashSet<String>();
        for (String choice : choices) {
            if (!seen.add(choice.toLowerCase(Locale.ROOT))) {
                return Problem.of("own_field.choice_twice")
                        .with("choice", choice)
                        .at("choices");
            }
            if (choice.length() > OwnValue.LONGEST) {
                return Problem.of("field.too_long")
                        .with("max", OwnValue.LONGEST)
                        .at("choices");
            }
        }
        return null;
    }

    @Override
    public @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
        if (before == null) {
            return null;
        }
        if (!Objects.equals(before.text("kind"), after.text("kind"))
                && beside.isPointedTo(OwnValue.TYPE, "fieldId", after.id())) {
            return Problem.of("own_field.has_values").at("kind");
        }
        var left = Choices.of(after.text("choices"));
        for (String choice : Choices.of(before.text("choices"))) {
            if (!left.contains(choice)
                    && beside.isPointedTo(OwnValue.TYPE, "fieldId", after.id(), "textValue", choice)) {
                return Problem.of("own_field.choice_used")
                        .with("choice", choice)
                        .at("choices");
            }
        }
        return null;
    }
}
