package cadran.model.numbers;

import cadran.model.catalog.MemberName;
import cadran.model.organisations.Permission;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A free number that is kept for a member until a day. It stands in the number's own fields, so there is one at most; and it
 * ends by itself: a day that is past keeps nothing.
 */
public final class Reservation {
    /** All that it says, and all that goes when it ends. */
    public static final List<String> FIELDS =
            List.of("reservedForId", "reservedById", "reservedUntil", "reservationReason");

    private static final String FOR = "reservedForId";
    private static final String BY = "reservedById";
    private static final String UNTIL = "reservedUntil";
    private static final List<String> TAKING = List.of("status", "customerId", "groupId");

    private Reservation() {}

    /** The last day of one that runs on a day; null where the number is kept for nobody. */
    public static @Nullable LocalDate runsUntil(Row did, LocalDate day) {
        return did.get(FOR) != null
                        && DidStatus.AVAILABLE.name().equals(did.text("status"))
                        && did.get(UNTIL) instanceof LocalDate last
                        && !last.isBefore(day)
                ? last
                : null;
    }

    /** Whether somebody may do with it as they like: whom it is kept for, and who keeps it for them. */
    public static boolean isOf(Row did, @Nullable UUID member) {
        return member != null && (member.equals(did.get(FOR)) || member.equals(did.get(BY)));
    }

    private static @Nullable Problem checkWhole(Row did) {
        if (did.get(FOR) != null) {
            return did.get(UNTIL) == null ? Problem.of("field.required").at(UNTIL) : null;
        }
        return FIELDS.stream().allMatch(field -> did.get(field) == null)
                ? null
                : Problem.of("field.required").at(FOR);
    }

    /** Asked with the rows beside, when it is known that its members exist. */
    static @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
        if (before != null && isKeptFromAuthor(before, beside)) {
            var changed = changed(before, after);
            // Whoever may free it frees it knowingly: by an edit that takes it from its holder, not by one over what
            // they
            // never saw.
            boolean frees = !Objects.equals(before.get(FOR), after.get(FOR))
                    && beside.mayAuthor(Permission.RESERVATION_RELEASE);
            if (changed != null && !frees) {
                return problem(before, beside).at(changed);
            }
        }
        var half = before != null && changed(before, after) == null ? null : checkWhole(after);
        if (half != null) {
            return half;
        }
        boolean isMade = after.get(FOR) != null
                && (before == null
                        || !Objects.equals(before.get(FOR), after.get(FOR))
                        || !Objects.equals(before.get(UNTIL), after.get(UNTIL)));
        if (!isMade) {
            return null;
        }
        var free = checkFree(after, beside.today());
        // An edit that frees the number brings back what stood there: that may be over, or its holder gone, by now.
        boolean isFreed = before != null && !Objects.equals(before.text("status"), after.text("status"));
        return free != null || isFreed ? free : checkKept(after, beside);
    }

    /** Somebody who is here, and a day that is not over, must have been meant. */
    private static @Nullable Problem checkKept(Row did, Neighbours beside) {
        if (runsUntil(did, beside.today()) == null) {
            return Problem.of("reservation.over").at(UNTIL);
        }
        var holder = beside.find(MemberName.TYPE, Objects.requireNonNull(did.reference(FOR)));
        return holder != null && Boolean.FALSE.equals(holder.get("active"))
                ? Problem.of("reservation.holder_left")
                        .with("holder", holder.label())
                        .at(FOR)
                : null;
    }

    /** One that is over by now is not made again by who takes its end back: of it there is nothing left. */
    static Map<String, Change> takenBack(Map<String, Change> changes, LocalDate today) {
        var until = changes.get(UNTIL);
        if (until == null || !(until.after() instanceof LocalDate last) || !last.isBefore(today)) {
            return changes;
        }
        var left = new LinkedHashMap<>(changes);
        FIELDS.forEach(left::remove);
        return left;
    }

    private static @Nullable String changed(Row before, Row after) {
        return Stream.concat(TAKING.stream(), FIELDS.stream())
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .findFirst()
                .orElse(null);
    }

    /** What somebody uses, awaits or gave back has nothing to keep, and what rests is kept from everybody. */
    private static @Nullable Problem checkFree(Row did, LocalDate today) {
        if (!DidStatus.AVAILABLE.name().equals(did.text("status"))) {
            return Problem.of("reservation.not_available")
                    .with("status", String.valueOf(did.text("status")))
                    .at(FOR);
        }
        return did.get("restsUntil") instanceof LocalDate rests && !rests.isBefore(today)
                ? Problem.of("reservation.resting").with("until", rests).at(FOR)
                : null;
    }

    static boolean isKeptFromAuthor(Row did, Neighbours beside) {
        return did.get(FOR) != null && runsUntil(did, beside.today()) != null && !isOf(did, beside.author());
    }

    /** Who has it, and until when. */
    static Problem problem(Row did, Neighbours beside) {
        var holder = beside.find(MemberName.TYPE, Objects.requireNonNull(did.reference(FOR)));
        return Problem.of("number.reserved")
                .with("holder", holder == null ? "?" : holder.label())
                .with("until", String.valueOf(did.get(UNTIL)));
    }
}
