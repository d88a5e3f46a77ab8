package cadran.server.users;

import cadran.model.catalog.MemberName;
import cadran.model.organisations.Member;
import cadran.model.organisations.MemberState;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.Row;
import cadran.server.db.Tx;
import cadran.server.sync.Author;
import cadran.server.sync.Sync;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the synced rows of the members equal to the memberships. */
public final class MemberNames {
    private final Sync sync;
    private final MemberStore members = new MemberStore();

    public MemberNames(Sync sync) {
        this.sync = sync;
    }

    /** What a change of memberships ends with, in its transaction. */
    public void write(Tx tx) {
        var current = new HashMap<UUID, Member>();
        members.list(tx).forEach(member -> current.put(member.id(), member));
        var known = sync.store().find(tx, MemberName.TYPE, current.keySet());
        var operations = new ArrayList<Operation>();
        for (var member : current.values()) {
            var values = values(member);
            var row = known.get(member.id());
            if (row == null) {
                operations.add(
                        sync.apply().operation(new Intent.Create(MemberName.TYPE.name(), member.id(), values), 0));
            } else if (!changes(row, values).isEmpty()) {
                var intent = new Intent.Patch(MemberName.TYPE.name(), member.id(), changes(row, values));
                operations.add(sync.apply().operation(intent, row.version()));
            }
        }
        if (operations.isEmpty()) return;
        for (var outcome : sync.apply().run(tx, Author.server(tx.organisation()), operations)) {
            var problem = outcome.result().problem();
            if (problem != null) throw problem.asException();
        }
    }

    private static Map<String, @Nullable Object> values(Member member) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", member.name());
        values.put("active", member.state() == MemberState.ACTIVE);
        return values;
    }

    private static Map<String, Change> changes(Row row, Map<String, @Nullable Object> values) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> {
            var before = row.get(field);
            if (!Objects.equals(before, value)) changes.put(field, new Change(before, value));
        });
        return changes;
    }
}
