package cadran.desktop.tables;

import cadran.desktop.ui.Form;
import cadran.desktop.ui.FormField;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.ReferenceValues;
import cadran.model.numbers.Country;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberDefaults;
import cadran.model.numbers.NumberKind;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberingPlan;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers typed in any spelling, under the country that is meant where they don't say it themselves. */
public final class NumberFields {
    private final Form form;
    private final ReferenceValues own;
    private final NumberingPlan plan = NumberingPlan.shipped();
    private final NumberParser parser = new NumberParser(plan);
    private final FormField<Optional<DialingCode>> country;

    public NumberFields(Form form, ReferenceValues own) {
        this.form = form;
        this.own = own;
        var countries = own.dialingCodes().stream().filter(DialingCode::active).toList();
        country = form.choice(
                        "dialingCodeId",
                        "field.dialingCodeId",
                        countries,
                        code -> code.label() + " (" + code.prefix() + ")",
                        usual(countries))
                .required();
    }

    private static @Nullable DialingCode usual(List<DialingCode> countries) {
        return countries.stream()
                .filter(code -> code.code().equals(Country.FRANCE.code()))
                .findFirst()
                .orElse(countries.isEmpty() ? null : countries.getFirst());
    }

    public FormField<String> add(String name, String labelKey) {
        return form.text(name, labelKey, "").required().rule(typed -> problemWith(typed, name));
    }

    /** Asks to be told when another country is meant. */
    public void onCountry(Runnable changed) {
        country.onChange(changed);
    }

    private Optional<Problem> problemWith(String typed, String name) {
        return parsed(typed)
                .flatMap(read -> read instanceof Checked.Invalid<E164>(var problem)
                        ? Optional.of(problem.at(name))
                        : Optional.empty());
    }

    public Optional<Checked<E164>> parsed(String typed) {
        return typed.isBlank()
                ? Optional.empty()
                : country.value().map(code -> parser.parse(typed, new Country(code.code(), code.prefix())));
    }

    public Optional<E164> number(FormField<String> field) {
        return parsed(field.value())
                .flatMap(read -> read instanceof Checked.Valid<E164>(var number, var _)
                        ? Optional.of(number)
                        : Optional.empty());
    }

    /** What the numbering plan makes such a number for. */
    public Optional<NumberKind> kind(E164 number) {
        return plan.of(number).map(line -> line.kind());
    }

    public NumberDefaults defaults(FormField<String> field) {
        return number(field)
                .map(number -> NumberDefaults.of(number, plan, own, country.value()))
                .orElse(NumberDefaults.NONE);
    }

    /** Typed with its calling code, a number says itself where it is. */
    public @Nullable UUID dialingCode(FormField<String> field) {
        return defaults(field).country().or(country::value).map(DialingCode::id).orElse(null);
    }
}
