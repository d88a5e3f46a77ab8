package cadran.desktop.changes;

import cadran.desktop.i18n.Texts;
import cadran.desktop.tables.FieldText;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.LineOutcome;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.LeavingEffect;
import cadran.model.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What becomes of numbers, in words. */
final class ChangeWords {
    private static final int MOST_NAMED = 12;

    private final Texts texts;

    ChangeWords(Texts texts) {
        this.texts = texts;
    }

    /** One number of a preview. */
    String of(LeavingPreview.Line line) {
        var parts = new ArrayList<String>();
        parts.add(effect(line));
        if (!line.campaigns().isEmpty()) {
            parts.add(String.join(", ", line.campaigns()));
        }
        var holder = line.did().text("contractHolder");
        if (holder != null) {
            parts.add(texts.get("leaving.holder", "holder", holder));
        }
        var cost = line.monthlyCost();
        if (cost != null) {
            parts.add(texts.formats().money(cost, line.currency()));
        }
        return String.join(" · ", parts);
    }

    private String effect(LeavingPreview.Line line) {
        if (line.effect() == LeavingEffect.AWAITS_PORT_OUT) {
            return texts.get("leaving.port-out");
        }
        if (line.is(DidStatus.ORDERED)) {
            return texts.get("leaving.stays-ordered");
        }
        var until = line.restsUntil();
        return until == null
                ? texts.get("leaving.no-rest")
                : texts.get("leaving.rests", "date", texts.formats().date(until));
    }

    /** What waits for one number, and until when. */
    String waiting(ChangeSet set, ChangeSetLine line) {
        return texts.get("change.waiting", "date", date(set.takesEffectOn()), "effect", effect(line.effect()));
    }

    /** One number of a prepared change. */
    String of(PreparedChange.Line line) {
        var effect = effect(line.line().effect());
        if (line.now() == LineOutcome.DONE && !line.isDone()) {
            return effect;
        }
        if (line.now() == LineOutcome.REFUSED && !line.isDone()) {
            return effect + " · " + reserved(line);
        }
        var outcome =
                texts.get("code.change_set_line.outcome." + line.now().name().toLowerCase(Locale.ROOT));
        var refusal = line.line().refusal();
        return effect + " · " + outcome + (refusal == null ? "" : " · " + texts.problem(Problem.of(refusal)));
    }

    private String reserved(PreparedChange.Line line) {
        return texts.get(
                "number.reserved.until",
                "holder",
                Objects.requireNonNullElse(line.reservedFor(), "?"),
                "date",
                date((LocalDate) Objects.requireNonNull(line.did().get("reservedUntil"))));
    }

    /** One whose holder changed: what was seen, what is, and what becomes of it by that. */
    String again(PreparedChange change, PreparedChange.Line line) {
        var before = line.line().seenHolder();
        var now = line.did().text("contractHolder");
        var none = texts.get("change.no-holder");
        return texts.get(
                "change.holder-changed",
                "before",
                Objects.requireNonNullElse(before, none),
                "now",
                Objects.requireNonNullElse(now, none),
                "effect",
                effect(ReviseChange.effectNow(change, line)));
    }

    private String effect(LeavingEffect effect) {
        return FieldText.shown(texts, ChangeSetLine.TYPE, ChangeSetLine.TYPE.field("effect"), effect.name(), Map.of());
    }

    /** How it stands, in a cell of the list. */
    String standing(PreparedChange change) {
        if (change.isOverdue()) {
            return texts.get("change.standing.overdue");
        }
        long left = change.toReview();
        return switch (change.set().state()) {
            case PREPARED ->
                change.lost() > 0
                        ? texts.count("change.standing.lost", change.lost())
                        : left + change.missing().size() > 0
                                ? texts.count(
                                        "change.standing.review",
                                        left + change.missing().size())
                                : texts.count("change.standing.sound", change.count(LineOutcome.DONE));
            case DONE ->
                left > 0
                        ? texts.count("change.standing.left", left)
                        : texts.count("change.standing.done", change.count(LineOutcome.DONE));
            case APPLYING, WITHDRAWN -> "";
        };
    }

    String campaigns(LeavingPreview preview) {
        var lines = preview.campaigns().stream()
                .limit(MOST_NAMED)
                .map(served -> texts.count("leaving.campaign", served.numbers(), "campaign", served.campaign()))
                .collect(Collectors.joining("\n"));
        int more = preview.campaigns().size() - MOST_NAMED;
        return more > 0 ? lines + "\n" + texts.count("number.terminate.more", more) : lines;
    }

    String monthly(SortedMap<String, BigDecimal> sums) {
        return sums.entrySet().stream()
                .map(each -> texts.formats().money(each.getValue(), each.getKey()))
                .collect(Collectors.joining(" + "));
    }

    String holders(SortedMap<String, Long> holders) {
        return holders.entrySet().stream()
                .limit(MOST_NAMED)
                .map(each -> texts.get(
                        "leaving.held-by",
                        "holder",
                        each.getKey(),
                        "count",
                        texts.formats().number(each.getValue())))
                .collect(Collectors.joining(", "));
    }

    /** What somebody should know before it is prepared. */
    List<String> warnings(LeavingPreview preview) {
        var warnings = new ArrayList<String>();
        preview.prepared().forEach(day -> warnings.add(texts.get("leaving.warn.prepared", "date", date(day))));
        warn(warnings, "leaving.warn.in-use", preview.count(line -> line.is(DidStatus.IN_USE)), preview);
        warn(warnings, "leaving.warn.mandate", preview.count(line -> line.hasMandate(preview.day())), preview);
        warn(warnings, "leaving.warn.ordered", preview.count(line -> line.is(DidStatus.ORDERED)), preview);
        var others = preview.holders(LeavingEffect.RESTS);
        if (!others.isEmpty()) {
            warnings.add(texts.get("leaving.warn.other-holders", "holders", holders(others)));
        }
        warn(
                warnings,
                "leaving.warn.no-rest",
                preview.count(line -> line.effect() == LeavingEffect.RESTS
                        && line.restsUntil() == null
                        && !line.is(DidStatus.ORDERED)),
                preview);
        warn(warnings, "leaving.warn.no-price", preview.count(line -> line.monthlyCost() == null), preview);
        warn(warnings, "leaving.warn.awaiting", preview.awaiting(), preview);
        var clashes = preview.clashes();
        warn(warnings, "leaving.warn.reserved", clashes.staying());
        warn(warnings, "leaving.warn.reserved-till-then", clashes.reserved());
        warn(warnings, "leaving.warn.planned", clashes.planned(), preview);
        warn(warnings, "leaving.warn.shared", clashes.shared());
        return warnings;
    }

    private void warn(List<String> warnings, String key, SortedMap<String, Long> counts) {
        if (!counts.isEmpty()) {
            warnings.add(texts.count(key, Clashes.sum(counts), "names", holders(counts)));
        }
    }

    private void warn(List<String> warnings, String key, long count, LeavingPreview preview) {
        if (count > 0) {
            warnings.add(texts.count(key, count, "date", date(preview.day().minusDays(1))));
        }
    }

    private String date(LocalDate day) {
        return texts.formats().date(day);
    }
}
