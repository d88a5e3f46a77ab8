package cadran.desktop.changes;

import cadran.desktop.edit.Op;
import cadran.desktop.store.Rows;
import cadran.model.catalog.MemberName;
import cadran.model.changes.ChangeKind;
import cadran.model.changes.ChangeSet;
import cadran.model.changes.ChangeSetLine;
import cadran.model.changes.ChangeState;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.LeavingEffect;
import cadran.model.sync.Intent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what was reviewed as a change for its day: exactly these numbers, as they were seen. */
record PrepareLeaving(UUID id, LeavingPreview seen, String description, UUID user, UuidV7 ids) implements Op {
    @Override
    public String labelKey() {
        return "op.change.prepare";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("what", seen.customer().label());
    }

    @Override
    public List<Intent> intents(Rows rows) {
        var intents = new ArrayList<Intent>();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("kind", ChangeKind.CUSTOMER_LEAVES.name());
        values.put("customerId", seen.customer().id());
        values.put("takesEffectOn", seen.day());
        values.put("state", ChangeState.PREPARED.name());
        values.put("description", description);
        values.put("preparedById", rows.find(MemberName.TYPE, user) == null ? null : user);
        values.put("restCount", count(LeavingEffect.RESTS));
        values.put("portOutCount", count(LeavingEffect.AWAITS_PORT_OUT));
        intents.add(new Intent.Create(ChangeSet.TYPE.name(), id, values));
        seen.lines().forEach(line -> intents.add(line(id, line, ids.next())));
        return intents;
    }

    private BigDecimal count(LeavingEffect effect) {
        return BigDecimal.valueOf(seen.count(effect));
    }

    static Intent line(UUID set, LeavingPreview.Line line, UUID id) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("changeSetId", set);
        values.put("didId", line.did().id());
        values.put("effect", line.effect().name());
        values.put("seenHolder", line.did().text("contractHolder"));
        return new Intent.Create(ChangeSetLine.TYPE.name(), id, values);
    }
}
