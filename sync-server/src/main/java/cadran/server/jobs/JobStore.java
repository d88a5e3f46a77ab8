package cadran.server.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Table {@code job}. Its first argument is the caller's handle: work is enqueued with the change that asks for it. */
public final class JobStore {
    /** How a job ends that failed too often; it stays to be looked at. */
    private static final String READY = "READY";

    private static final String DEAD = "DEAD";

    /** Does nothing if the same work is there already: kind and key are its identity. */
    public void enqueue(Handle handle, String kind, String key, String payload, Instant now, Instant due) {
        handle.createUpdate("""
                        merge into job j
                        using (values (cast(:kind as varchar(100)), cast(:key as varchar(200)))) as v (kind, job_key)
                        on j.kind = v.kind and j.job_key = v.job_key
                        when not matched then
                          insert (id, kind, job_key, payload, state, due_at, attempts, created_at)
                          values (:id, v.kind, v.job_key, :payload, 'READY', :due, 0, :now)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("kind", kind)
                .bind("key", key)
                .bind("payload", payload)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("due", due.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Takes the job that waits longest. Others that look at the same moment skip it instead of waiting for it. */
    Optional<Job> claim(Handle handle, Collection<String> kinds, Instant now, Instant leaseUntil) {
        var found = handle.createQuery("""
                        select id, kind, job_key, payload, attempts from job
                        where state = 'READY' and due_at <= :now and (lease_until is null or lease_until < :now)
                          and kind in (<kinds>)
                        order by due_at, id fetch first 1 rows only for update skip locked
                        """)
                .bindList("kinds", kinds)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Job(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("job_key"),
                        row.getString("payload"),
                        row.getInt("attempts") + 1,
                        UUID.randomUUID()))
                .findOne();
        found.ifPresent(job -> handle.createUpdate("""
                        update job set lease_owner = :owner, lease_until = :until, attempts = :attempts where id = :id
                        """)
                .bind("owner", job.leaseOwner())
                .bind("until", leaseUntil.atOffset(ZoneOffset.UTC))
                .bind("attempts", job.attempts())
                .bind("id", job.id())
                .execute());
        return found;
    }

    /** Work that is not due by then is due now. */
    int bringForward(Handle handle, String kind, String key, Instant now, Instant latest) {
        return handle.createUpdate("""
                        update job set due_at = :now where kind = :kind and job_key = :key and due_at > :latest
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("kind", kind)
                .bind("key", key)
                .bind("latest", latest.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Whoever has a lease for longer than that has none. */
    int release(Handle handle, Instant longest) {
        return handle.createUpdate("""
                        update job set lease_owner = null, lease_until = null where lease_until > :longest
                        """)
                .bind("longest", longest.atOffset(ZoneOffset.UTC))
                .execute();
    }

    boolean extend(Handle handle, Job job, Instant leaseUntil) {
        return handle.createUpdate("update job set lease_until = :until where id = :id and lease_owner = :owner")
                        .bind("until", leaseUntil.atOffset(ZoneOffset.UTC))
                        .bind("id", job.id())
                        .bind("owner", job.leaseOwner())
                        .execute()
                == 1;
    }

    boolean finish(Handle handle, Job job) {
        return handle.createUpdate("delete from job where id = :id and lease_owner = :owner")
                        .bind("id", job.id())
                        .bind("owner", job.leaseOwner())
                        .execute()
                == 1;
    }

    /** Recurring work that went well starts counting again. */
    boolean again(Handle handle, Job job, Instant due) {
        return release(handle, job, READY, due, 0, "");
    }

    boolean retry(Handle handle, Job job, Instant due, String error) {
        return release(handle, job, READY, due, job.attempts(), error);
    }

    boolean bury(Handle handle, Job job, Instant now, String error) {
        return release(handle, job, DEAD, now, job.attempts(), error);
    }

    private static boolean release(Handle handle, Job job, String state, Instant due, int attempts, String error) {
        return handle.createUpdate("""
                        update job set state = :state, due_at = :due, attempts = :attempts, last_error = :error,
                          lease_owner = null, lease_until = null
                        where id = :id and lease_owner = :owner
                        """)
                        .bind("state", state)
                        .bind("due", due.atOffset(ZoneOffset.UTC))
                        .bind("attempts", attempts)
                        .bind("error", error)
                        .bind("id", job.id())
                        .bind("owner", job.leaseOwner())
                        .execute()
                == 1;
    }
}
