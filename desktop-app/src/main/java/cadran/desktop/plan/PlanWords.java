package cadran.desktop.plan;

import cadran.desktop.i18n.Texts;
import cadran.model.numbers.NumberKind;
import cadran.model.numbers.PlanPrefix;
import java.util.Locale;

/** Lines of a numbering plan in a person's words. */
final class PlanWords {
    private final Texts texts;

    PlanWords(Texts texts) {
        this.texts = texts;
    }

    String kind(PlanPrefix line) {
        return texts.get("code.plan.kind." + code(line.kind()));
    }

    static String code(NumberKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The area where the plan names one, and its territory. */
    String place(PlanPrefix line) {
        return line.area().isEmpty() ? territory(line) : line.area() + ", " + territory(line);
    }

    String territory(PlanPrefix line) {
        return Locale.of("", line.territory())
                .getDisplayCountry(texts.language().locale());
    }

    String source(PlanPrefix line) {
        return texts.get(
                "plan.source.since",
                "source",
                line.source(),
                "date",
                texts.formats().date(line.since()));
    }
}
