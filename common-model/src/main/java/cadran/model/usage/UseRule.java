package cadran.model.usage;

import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.NumberKind;
import cadran.model.shipped.ShippedLines;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One rule on showing French numbers as caller or sender. Where it leaves something open, it holds for all.
 *
 * @param code by which an organisation's rule names the shipped one that it stands in for; empty where nothing does
 * @param prefix as it is dialled in France, for numbers that a rule treats apart from others of their kind
 * @param verdict what its source says, however far that can be relied on
 * @param needsMandate whether a number of somebody else may be shown only with their mandate
 * @param validFrom the day from which the source says so, which may be later than the rule itself; empty where it names none
 * @param validUntil the last day
 * @param sourceDate when the source was decided or published; empty where that is not known
 */
public record UseRule(
        @Nullable String code,
        @Nullable String prefix,
        @Nullable NumberKind kind,
        @Nullable DialingMode mode,
        @Nullable Channel channel,
        UseVerdict verdict,
        boolean needsMandate,
        Trust trust,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String source,
        @Nullable LocalDate sourceDate,
        @Nullable String note) {

    /**
     * The most specific first: what it says of the number counts more than the mode, and the mode more than the channel.
     * Among equals the strictest.
     */
    static final Comparator<UseRule> DECIDING_FIRST = Comparator.comparingInt(UseRule::prefixLength)
            .thenComparing(rule -> rule.kind != null)
            .thenComparing(rule -> rule.mode != null)
            .thenComparing(rule -> rule.channel != null)
            .thenComparing(UseRule::reliableVerdict)
            .thenComparing(UseRule::forbidsWithoutMandate)
            .reversed();

    private static final int COLUMNS = 13;

    public static List<UseRule> shipped() {
        return ShippedLines.of(UseRule.class, "french-use-rules.csv").stream()
                .map(UseRule::ofLine)
                .toList();
    }

    public static UseRule ofLine(String line) {
        var cells = line.split(";", -1);
        if (cells.length != COLUMNS || cells[10].isBlank()) {
            throw new IllegalArgumentException("Not a rule: " + line);
        }
        return new UseRule(
                open(cells[0], Function.identity()),
                open(cells[1], Function.identity()),
                open(cells[2], NumberKind::valueOf),
                open(cells[3], DialingMode::valueOf),
                open(cells[4], Channel::valueOf),
                UseVerdict.valueOf(cells[5]),
                flag(cells[6]),
                Trust.valueOf(cells[7]),
                open(cells[8], LocalDate::parse),
                open(cells[9], LocalDate::parse),
                cells[10],
                open(cells[11], LocalDate::parse),
                open(cells[12], Function.identity()));
    }

    private static <T> @Nullable T open(String cell, Function<String, T> read) {
        return cell.isEmpty() ? null : read.apply(cell);
    }

    private static boolean flag(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("Neither yes nor no: " + cell);
        };
    }

    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** The same, but no longer than to that day; none where it had not begun by then. */
    Optional<UseRule> endingOn(LocalDate last) {
        if (validFrom != null && last.isBefore(validFrom)) {
            return Optional.empty();
        }
        var until = validUntil == null || last.isBefore(validUntil) ? last : validUntil;
        return Optional.of(new UseRule(
                code,
                prefix,
                kind,
                mode,
                channel,
                verdict,
                needsMandate,
                trust,
                validFrom,
                until,
                source,
                sourceDate,
                note));
    }

    boolean covers(Presentation shown) {
        return (prefix == null || shown.dialled().startsWith(prefix))
                && (kind == null || kind == shown.kind())
                && (mode == null || mode == shown.mode())
                && (channel == null || channel == shown.channel());
    }

    boolean isAboutTheNumber() {
        return prefix != null || kind != null;
    }

    /** What others only tell neither allows nor forbids. */
    public UseVerdict reliableVerdict() {
        return trust == Trust.PRIMARY ? verdict : UseVerdict.TO_BE_CHECKED;
    }

    boolean forbidsWithoutMandate() {
        return needsMandate && trust == Trust.PRIMARY;
    }

    private int prefixLength() {
        return prefix == null ? 0 : prefix.length();
    }
}
