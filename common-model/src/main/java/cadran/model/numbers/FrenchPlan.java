package cadran.model.numbers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The French plan, one closed plan over six calling codes. It is data so that it can follow the regulator without a
 * release, and ours because libraries lag: one read 0692… typed in France as an invalid +33 number for years.
 */
public final class FrenchPlan {
    static final Set<String> CALLING_CODES = Set.of("33", "262", "508", "590", "594", "596");

    private final Map<String, PlanPrefix> prefixes;
    private final int longest;

    private FrenchPlan(Map<String, PlanPrefix> prefixes) {
        this.prefixes = prefixes;
        this.longest = prefixes.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    public static FrenchPlan shipped() {
        var file = Objects.requireNonNull(FrenchPlan.class.getResourceAsStream("french-plan.csv"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines starting with # are remarks, the first other line names the columns. */
    public static FrenchPlan read(Reader reader) {
        return new FrenchPlan(new BufferedReader(reader)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(PlanPrefix::ofLine)
                .collect(Collectors.toMap(
                        PlanPrefix::prefix,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalArgumentException("Twice in the plan: " + one.prefix());
                        },
                        LinkedHashMap::new)));
    }

    public Collection<PlanPrefix> prefixes() {
        return prefixes.values();
    }

    /** @param national with its leading 0 */
    public Optional<PlanPrefix> of(String national) {
        for (int length = Math.min(longest, national.length()); length > 0; length--) {
            var found = prefixes.get(national.substring(0, length));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** How long such a number is, with its leading 0: ten digits but for machines. */
    int digitsOf(String national) {
        return of(national).map(PlanPrefix::digits).orElse(10);
    }
}
