package cadran.desktop.changes;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.LineOutcome;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.LeavingEffect;
import cadran.model.numbers.LeavingPlan;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a prepared departure what was reviewed: numbers that changed are decided anew, those that the customer got since
 * come in, and it is whole with the lines that it has then.
 */
record ReviseChange(PreparedChange seen, LocalDate today, String what, UuidV7 ids) implements Op {
    @Override
    public String labelKey() {
        return "op.change.revise";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", what);
    }

    @Override
    public List<Intent> intents(Rows rows) {
        checkStillSo(rows);
        var counts = new EnumMap<LeavingEffect, Integer>(LeavingEffect.class);
        var intents = new ArrayList<Intent>();
        for (var line : seen.lines()) {
            boolean isChanged = line.now() == LineOutcome.CHANGED;
            var effect = isChanged ? effectNow(line) : line.line().effect();
            counts.merge(effect, 1, Integer::sum);
            if (isChanged) {
                intents.add(decided(line, effect));
            }
        }
        for (var line : seen.missing()) {
            counts.merge(line.effect(), 1, Integer::sum);
            intents.add(PrepareLeaving.line(seen.set().id(), line, ids.next()));
        }
        var whole = new LinkedHashMap<String, Change>();
        recount(whole, "restCount", seen.set().restCount(), counts.get(LeavingEffect.RESTS));
        recount(whole, "portOutCount", seen.set().portOutCount(), counts.get(LeavingEffect.AWAITS_PORT_OUT));
        if (!whole.isEmpty()) {
            intents.add(new Intent.Patch(ChangeSet.TYPE.name(), seen.set().id(), whole));
        }
        return intents;
    }

    private void checkStillSo(Rows rows) {
        var row = rows.find(ChangeSet.TYPE, seen.set().id());
        if (row == null) {
            throw Problem.of("row.deleted").asException();
        }
        var now = facts(PreparedChange.of(row, rows, today));
        var then = facts(seen);
        var unlike = new HashSet<>(now);
        unlike.removeAll(then);
        then.removeAll(now);
        unlike.addAll(then);
        if (!unlike.isEmpty()) {
            throw Problem.of("edit.changed_since_preview")
                    .with("count", unlike.size())
                    .asException();
        }
    }

    /** What was decided by; whatever else changes about a number is no matter. */
    private record Fact(
            UUID did,
            LineOutcome now,
            LeavingEffect effect,
            @Nullable String holder) {}

    private static Set<Fact> facts(PreparedChange change) {
        var facts = new HashSet<Fact>();
        change.lines()
                .forEach(line ->
                        facts.add(fact(line.did(), line.now(), line.line().effect())));
        change.missing().forEach(line -> facts.add(fact(line.did(), LineOutcome.DONE, line.effect())));
        return facts;
    }

    private static Fact fact(Row did, LineOutcome now, LeavingEffect effect) {
        return new Fact(did.id(), now, effect, did.text("contractHolder"));
    }

    private LeavingEffect effectNow(PreparedChange.Line line) {
        return effectNow(seen, line);
    }

    static LeavingEffect effectNow(PreparedChange change, PreparedChange.Line line) {
        Row customer = Objects.requireNonNull(change.customer(), "what concerns a customer finds it");
        return LeavingPlan.effect(line.did(), customer);
    }

    private static Intent decided(PreparedChange.Line line, LeavingEffect effect) {
        var changes = new LinkedHashMap<String, Change>();
        changes.put(
                "seenHolder", new Change(line.line().seenHolder(), line.did().text("contractHolder")));
        if (effect != line.line().effect()) {
            changes.put("effect", new Change(line.line().effect().name(), effect.name()));
        }
        return new Intent.Patch(ChangeSetLine.TYPE.name(), line.line().id(), changes);
    }

    private static void recount(Map<String, Change> changes, String field, BigDecimal was, @Nullable Integer count) {
        var now = BigDecimal.valueOf(count == null ? 0 : count);
        if (now.compareTo(was) != 0) {
            changes.put(field, new Change(was, now));
        }
    }
}
