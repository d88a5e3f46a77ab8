package cadran.desktop.simulation;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who runs. Every actor has a thread, but only who holds the baton runs, and each numbered step may hand it on: to whom,
 * the seed decides. Time is virtual: steps cost some, and when everybody sleeps it jumps to whoever wakes first.
 */
final class Scheduler implements InstantSource {
    private static final Instant BEGINNING = Instant.parse("2026-11-20T08:00:00Z");
    private static final long NEVER = Long.MAX_VALUE;

    private final RandomGenerator random;
    private final Trace trace;
    private final long mostSteps;
    private final List<Actor> actors = new ArrayList<>();
    private final Baton driver = new Baton();
    /** How long a step takes at most, in nanoseconds: slow machines make transactions overlap. */
    private final long slowness;
    /** Of a hundred steps, after how many the same actor goes on. */
    private final int patience;

    private long now;
    private @Nullable Actor current;
    private @Nullable Throwable failure;

    Scheduler(RandomGenerator random, Trace trace, long mostSteps) {
        this.random = random;
        this.trace = trace;
        this.mostSteps = mostSteps;
        slowness = new long[] {1_000_000, 50_000_000, 400_000_000}[random.nextInt(3)];
        patience = new int[] {0, 50, 80, 95}[random.nextInt(4)];
    }

    @Override
    public Instant instant() {
        return BEGINNING.plusNanos(now);
    }

    long now() {
        return now;
    }

    /** Runs the director until it ends, and everybody whom it starts; then nobody is left. */
    void run(Runnable director) {
        var first = start("director", director);
        hand(first);
        driver.await();
        for (var left : List.copyOf(actors)) {
            kill(left);
        }
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null) {
            throw new Violation("nothing breaks in an unknown way", failure);
        }
    }

    /** Ready to run; it does when it gets the baton. */
    Actor start(String name, Runnable body) {
        var actor = new Actor(name, body, new SeededSecureRandom(new SplittableRandom(random.nextLong())));
        actors.add(actor);
        return actor;
    }

    /** One thing that somebody does. Before it, anybody else may do any number of theirs. */
    void step(String what) {
        var me = current;
        if (me == null) {
            return;
        }
        me.mustLive();
        if (trace.lines() >= mostSteps) {
            throw new Violation("everybody gets there in time", "still not quiet after " + mostSteps + " steps");
        }
        trace.add(now, me.name, what);
        now += random.nextLong(slowness);
        pass(me);
    }

    void note(String what) {
        noteFailure(what, "");
    }

    /** The failure is told, and does not count for the hash. */
    void noteFailure(String what, Object failure) {
        trace.add(now, current == null ? "-" : current.name, what, String.valueOf(failure));
    }

    void sleep(Duration time) {
        var me = Objects.requireNonNull(current);
        me.mustLive();
        me.wakeAt = now + Math.max(1, time.toNanos());
        pass(me);
        me.wakeAt = 0;
    }

    /** Until somebody wakes it. */
    void sleep() {
        var me = Objects.requireNonNull(current);
        me.mustLive();
        me.wakeAt = NEVER;
        pass(me);
        me.wakeAt = 0;
    }

    void wake(@Nullable Actor actor) {
        if (actor != null) {
            actor.wakeAt = Math.min(actor.wakeAt, now);
        }
    }

    @Nullable
    Actor current() {
        return current;
    }

    /** Whether what runs now belongs to a machine that stopped, and only unwinds. */
    boolean isUnwinding() {
        return current != null && current.killed;
    }

    /** The actor does nothing more; returns when it has unwound. Killing oneself is a {@link Crash} to throw. */
    void kill(Actor victim) {
        if (victim.ended || victim == current) {
            victim.killed = true;
            return;
        }
        victim.killed = true;
        if (victim.thread == null) {
            end(victim);
            return;
        }
        var me = current;
        var mine = me == null ? driver : me.baton;
        victim.heir = me;
        victim.backTo = mine;
        hand(victim);
        mine.await();
    }

    private void pass(Actor me) {
        var next = pick(me);
        if (next != me) {
            hand(next);
            me.baton.await();
        }
        me.mustLive();
    }

    private Actor pick(@Nullable Actor me) {
        var ready = new ArrayList<Actor>();
        long first = NEVER;
        for (var actor : actors) {
            first = Math.min(first, actor.wakeAt);
            if (actor.wakeAt <= now) {
                ready.add(actor);
            }
        }
        if (ready.isEmpty()) {
            if (first == NEVER) {
                throw new Violation("everybody gets there in time", "everybody waits for somebody");
            }
            now = first;
            return pick(me);
        }
        if (me != null && me.wakeAt <= now && random.nextInt(100) < patience) {
            return me;
        }
        return ready.get(random.nextInt(ready.size()));
    }

    private void hand(Actor next) {
        current = next;
        if (next.thread == null) {
            // Noted before it starts: it may hand the baton on before this line is over.
            var thread = Thread.ofVirtual().name(next.name).unstarted(() -> live(next));
            next.thread = thread;
            thread.start();
        } else {
            next.baton.pass();
        }
    }

    private void live(Actor me) {
        Dice.are(me.dice);
        try {
            me.body.run();
        } catch (Crash stopped) {
            if (!me.killed) {
                failure = stopped;
            }
        } catch (Throwable broken) {
            if (!me.killed && failure == null) {
                failure = broken;
            }
        }
        end(me);
        current = me.heir;
        if (me.backTo != null) {
            me.backTo.pass();
        } else if (failure != null || me.name.equals("director")) {
            driver.pass();
        } else {
            passOn();
        }
    }

    private void passOn() {
        try {
            hand(pick(null));
        } catch (Violation stuck) {
            failure = stuck;
            current = null;
            driver.pass();
        }
    }

    private void end(Actor actor) {
        actor.ended = true;
        actors.remove(actor);
        actor.onEnd.run();
    }

    /** Somebody who acts. */
    static final class Actor {
        private final String name;
        private final Runnable body;
        private final SecureRandom dice;
        private final Baton baton = new Baton();
        private @Nullable Thread thread;
        /** Who killed it, and goes on when it has unwound. */
        private @Nullable Actor heir;

        private @Nullable Baton backTo;
        private Runnable onEnd = () -> {};
        private long wakeAt;
        private boolean killed;
        private boolean ended;

        private Actor(String name, Runnable body, SecureRandom dice) {
            this.name = name;
            this.body = body;
            this.dice = dice;
        }

        Actor onEnd(Runnable then) {
            onEnd = then;
            return this;
        }

        boolean isGone() {
            return ended || killed;
        }

        private void mustLive() {
            if (killed) {
                throw new Crash();
            }
        }
    }
}
