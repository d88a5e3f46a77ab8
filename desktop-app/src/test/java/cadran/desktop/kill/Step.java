package cadran.desktop.kill;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A place at which a process is killed, known by what it does there: a statement of SQL, a commit, a message.
 *
 * @param fresh only a client that has nothing gets there, or a server that has no tables
 */
record Step(String name, Pattern event, boolean fresh) {
    static final List<Step> CLIENT = List.of(
            fresh("tables being made", "before update migrated .*"),
            step("edit written", "after insert into operation .*"),
            step("edit committed", "after commit of update device set last_number.*"),
            step("edit forced", "after checkpoint sync"),
            step("edit shown", "after commit of (merge into|delete from) (carrier|server_copy).*"),
            step("push sent", "push sent"),
            step("answer received", "answer received"),
            step("answers kept", "after commit of update operation set result.*"),
            step("page received", "page received"),
            step("page written", "after update sync_state.*"),
            step("page applied", "after commit of update sync_state.*"),
            fresh("load begun", "after commit of insert into load_index.*"),
            fresh("part received", "part received"),
            fresh("part stored", "after commit of update load_state.*"),
            fresh("index being made", "before create index.*"),
            fresh("indexes made", "after commit of delete from load_index.*"),
            fresh("load ended", "after commit of delete from load_state.*"),
            fresh("copy switched", "after commit of update device set cache_number.*"));

    static final List<Step> SERVER = List.of(
            step("device locked", "after select t.device_id, .* join sync_device .* for update"),
            step("row written", "after (insert into|update|delete from) carrier.*"),
            step("audit written", "after insert into audit_entry.*"),
            step("feed moved on", "after update org_feed.*"),
            step("answers logged", "after insert into operation_log.*"),
            step("push before its commit", "before commit of update sync_device.*"),
            step("push committed, not forced on H2", "after commit of update sync_device.*"),
            step("changes read", "after select entity, row_id.*"),
            fresh("part read", "after select .* order by t.org_id, t.id limit.*"));

    /** Of a server that never ran before: one of its migrations, which Flyway tells the log of; there are more than so many. */
    static final Step MIGRATION = step("server's migration", "migrating .*");

    static final int MIGRATIONS = 10;

    private static Step step(String name, String event) {
        return new Step(name, Pattern.compile(event), false);
    }

    private static Step fresh(String name, String event) {
        return new Step(name, Pattern.compile(event), true);
    }

    @Override
    public String toString() {
        return name;
    }
}
