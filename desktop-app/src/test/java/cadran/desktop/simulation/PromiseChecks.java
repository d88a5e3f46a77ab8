package cadran.desktop.simulation;

import cadran.model.Schema;
import cadran.model.sync.Change;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Intent;
import cadran.model.sync.Members;
import cadran.model.sync.Row;
import cadran.model.sync.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nobody's edit disappears silently, nothing is done twice, and nobody's work is overwritten unseen. */
final class PromiseChecks {
    private final World world;
    private final Organisation organisation;
    private final History history;
    private final Map<Client, Set<UUID>> attention = new HashMap<>();

    PromiseChecks(World world, Organisation organisation, History history) {
        this.world = world;
        this.organisation = organisation;
        this.history = history;
    }

    void check() {
        for (var entry : world.ledger().entries()) {
            if (entry.client().person.organisation.equals(organisation)) {
                check(entry);
            }
        }
        nothingTwice();
        nobodysWordGoes();
        whatThirdProgramsWereTold();
    }

    private void check(Ledger.Entry entry) {
        var answer = history.answers.get(entry.id());
        if (answer == null) {
            // A history that is gone may have refused it; its author was told, and nothing of it is missing.
            if (entry.saved() && !isShown(entry)) {
                throw new Violation("every saved edit reaches the server", describe(entry));
            }
            return;
        }
        switch (answer.result().verdict()) {
            case APPLIED, MERGED -> applied(entry, answer.result().verdict());
            case CONFLICT, REFUSED -> visible(entry);
            case NOTHING_TO_DO -> {}
        }
    }

    private static String describe(Ledger.Entry entry) {
        return entry.client() + " " + entry.id() + " " + entry.intent();
    }

    private void applied(Ledger.Entry entry, Verdict verdict) {
        if (!world.ledger().wasAllowed(entry.id())) {
            throw new Violation("nobody changes what they may not", describe(entry));
        }
        var changes = history.of(entry.intent().rowId());
        Wishes.wanted(entry.intent()).forEach((field, value) -> {
            if (!isWords(entry.intent().entity(), field)
                    && changes.stream().noneMatch(change -> HistoryChecks.same(change.after(field), value))) {
                throw new Violation("what was applied is seen", describe(entry) + ": " + field);
            }
        });
        if (entry.intent() instanceof Intent.Delete) {
            deleted(entry, changes);
        }
        if (verdict == Verdict.APPLIED || verdict == Verdict.MERGED) {
            notOverUnseen(entry, changes);
        }
    }

    /**
     * What was deleted is what its author saw. What the author did to it just before may have been refused, of which
     * they are told; then it is as they saw it before that. A row that nobody else touched is theirs to delete: what
     * they had seen of others' may have gone with a backup.
     */
    private void deleted(Ledger.Entry entry, List<History.Change> changes) {
        var seen = entry.seen();
        if (seen == null) {
            return;
        }
        var own = ownBefore(entry);
        boolean found = changes.stream()
                .filter(change -> change.action().equals("delete"))
                .anyMatch(change -> isOnlyOwn(sinceItWasMade(changes, change), own)
                        || seen.type().fields().stream()
                                .map(Field::name)
                                .allMatch(
                                        field -> holds(change, field, seen) || isAsBeforeRefused(change, field, own)));
        if (!found) {
            throw new Violation("nothing is deleted unseen", describe(entry) + " seen " + seen + " but " + changes);
        }
    }

    /** A row that was deleted before and made again is another one: its author did not take up what it was. */
    private static List<History.Change> sinceItWasMade(List<History.Change> changes, History.Change deletion) {
        var before = changes.subList(0, changes.indexOf(deletion));
        int made = before.stream().map(History.Change::action).toList().lastIndexOf("create");
        return before.subList(Math.max(made, 0), before.size());
    }

    private static boolean isOnlyOwn(List<History.Change> changes, List<Ledger.Entry> own) {
        return changes.stream()
                .allMatch(change -> change.fields().propertyNames().stream()
                        .allMatch(field -> isWords(change.entity(), field)
                                || own.stream()
                                        .map(entry -> Wishes.wanted(entry.intent()))
                                        .anyMatch(wish -> wish.containsKey(field)
                                                && HistoryChecks.same(change.after(field), wish.get(field)))));
    }

    /** An undo has not noted what its author saw; what it takes back is an edit of theirs. */
    private boolean isAsBeforeRefused(History.Change deletion, String field, List<Ledger.Entry> own) {
        var edits = own.stream()
                .filter(one -> Wishes.wanted(one.intent()).containsKey(field))
                .toList();
        return edits.stream().filter(this::isRefused).anyMatch(one -> {
            var change = Wishes.changeOf(one.intent(), field);
            if (change != null) {
                return HistoryChecks.same(deletion.before(field), Wishes.text(change.before()));
            }
            return one.seen() != null
                    ? holds(deletion, field, one.seen())
                    : edits.stream()
                            .takeWhile(earlier -> earlier != one)
                            .anyMatch(earlier -> HistoryChecks.same(
                                    deletion.before(field),
                                    Wishes.wanted(earlier.intent()).get(field)));
        });
    }

    /** Where the history that refused it is gone, its author still knows. */
    private boolean isRefused(Ledger.Entry entry) {
        var answer = history.answers.get(entry.id());
        return answer == null ? isShown(entry) : answer.result().verdict() == Verdict.REFUSED;
    }

    private static boolean holds(History.Change deletion, String field, Row seen) {
        return HistoryChecks.same(deletion.before(field), Wishes.text(seen.get(field)));
    }

    /** Who it belongs to and what it costs changes only by who saw what it was. */
    private void notOverUnseen(Ledger.Entry entry, List<History.Change> changes) {
        var intent = entry.intent();
        if (intent instanceof Intent.Move) {
            return;
        }
        for (Map.Entry<String, Change> one : Wishes.edits(intent).entrySet()) {
            var field = Schema.type(intent.entity()).field(one.getKey());
            String after = Wishes.text(one.getValue().after());
            if (!isCommercial(field) || after == null) {
                continue;
            }
            String before = Wishes.text(one.getValue().before());
            if (HistoryChecks.same(before, after)) {
                continue;
            }
            var befores = knownBefore(entry, field.name(), after);
            // History says who put it there, not at which of their computers.
            elsewhere(entry)
                    .map(other -> Wishes.edits(other.intent()).get(field.name()))
                    .filter(change -> change != null && HistoryChecks.same(Wishes.text(change.after()), after))
                    .forEach(change -> befores.add(Wishes.text(change.before())));
            // Where it was there already, put there by somebody else, nothing was overwritten.
            var own = changes.stream()
                    .filter(change -> change.user().equals(entry.client().person.id)
                            && HistoryChecks.same(change.after(field.name()), after))
                    .toList();
            boolean seen = own.isEmpty()
                    || own.stream()
                            .anyMatch(change -> change.action().equals("create")
                                    || befores.stream()
                                            .anyMatch(known -> HistoryChecks.same(change.before(field.name()), known)));
            if (!seen) {
                throw new Violation(
                        "nobody's commercial edit is overwritten unseen",
                        describe(entry) + " " + field.name() + " but " + changes);
            }
        }
    }

    /**
     * What its author knew that it might replace: what they saw, or what they had put there themselves, which a history
     * that began anew may have last. The same may have been asked for before, and that wish have been heard again there.
     */
    private List<@Nullable String> knownBefore(Ledger.Entry entry, String field, String after) {
        var known = new ArrayList<@Nullable String>();
        for (var wish : wishes(entry, field, after)) {
            var change = Objects.requireNonNull(Wishes.edits(wish.intent()).get(field));
            known.addAll(beforesOf(wish, field, Wishes.text(change.before())));
        }
        for (var own : ownBefore(entry)) {
            var wanted = Wishes.wanted(own.intent());
            if (wanted.containsKey(field)) {
                known.add(wanted.get(field));
            }
        }
        // Who fills a place that they saw filled says no more of what stood there.
        if (entry.intent() instanceof Intent.Create && entry.seen() != null) {
            known.add(Wishes.text(entry.seen().get(field)));
        }
        return known;
    }

    /** This one and earlier ones of the same computer for the same. */
    private List<Ledger.Entry> wishes(Ledger.Entry entry, String field, String after) {
        return Stream.concat(Stream.of(entry), ownBefore(entry).stream())
                .filter(wish -> {
                    var change = Wishes.edits(wish.intent()).get(field);
                    return change != null && HistoryChecks.same(Wishes.text(change.after()), after);
                })
                .toList();
    }

    /** What its author saw; and, where that was a wish of their own that was refused, what they saw before that one. */
    private List<@Nullable String> beforesOf(Ledger.Entry entry, String field, @Nullable String seen) {
        var befores = new ArrayList<@Nullable String>();
        befores.add(seen);
        for (var earlier : ownBefore(entry).reversed()) {
            var change = Wishes.changeOf(earlier.intent(), field);
            if (change != null
                    && isRefused(earlier)
                    && HistoryChecks.same(Wishes.text(change.after()), befores.getLast())) {
                befores.add(Wishes.text(change.before()));
            }
        }
        return befores;
    }

    /** The same person's at their other computers. */
    private Stream<Ledger.Entry> elsewhere(Ledger.Entry entry) {
        return world.ledger().entries().stream()
                .filter(other -> other.client() != entry.client()
                        && other.client().person == entry.client().person
                        && other.intent().rowId().equals(entry.intent().rowId()));
    }

    /** What was done to the same row at the same computer before. */
    private List<Ledger.Entry> ownBefore(Ledger.Entry entry) {
        return world.ledger().entries().stream()
                .takeWhile(earlier -> earlier != entry)
                .filter(earlier -> earlier.client() == entry.client()
                        && earlier.intent().rowId().equals(entry.intent().rowId()))
                .toList();
    }

    /** Said once more here, so that what the product says about it can be wrong. */
    private static boolean isCommercial(Field field) {
        return Set.of("carrierReference", "textValue", "dateValue").contains(field.name())
                || field.kind() == FieldKind.DECIMAL
                || (field.kind() == FieldKind.REFERENCE && !field.name().equals("dialingCodeId"));
    }

    /** What was not done waits where its author sees it, until they have looked at it. */
    private void visible(Ledger.Entry entry) {
        if (!isShown(entry)) {
            throw new Violation("what was not done is told to its author", describe(entry));
        }
    }

    private boolean isShown(Ledger.Entry entry) {
        return world.ledger().isDismissed(entry.id())
                || attention
                        .computeIfAbsent(entry.client(), PromiseChecks::shown)
                        .contains(entry.id());
    }

    /** As the screen asks for it. */
    private static Set<UUID> shown(Client client) {
        var shown = new HashSet<UUID>();
        client.store()
                .outbox()
                .answers()
                .attention()
                .forEach(queued -> shown.add(queued.operation().id()));
        return shown;
    }

    private static boolean isWords(String entity, String field) {
        var type = Schema.find(entity);
        return type != null && type.has(field) && type.field(field).isSeveral();
    }

    /** Of the words that several people give a row, each goes when somebody takes it away, and comes when somebody adds it. */
    private void nobodysWordGoes() {
        for (var change : history.changes) {
            if (!isOurs(change) || !change.action().equals("change")) {
                continue;
            }
            for (var field : change.fields().propertyNames()) {
                if (isWords(change.entity(), field)) {
                    var went = less(change.before(field), change.after(field));
                    var came = less(change.after(field), change.before(field));
                    if (!isAsked(change, field, went, came)) {
                        throw new Violation("nobody's word goes or comes by itself", change.toString());
                    }
                }
            }
        }
    }

    private boolean isAsked(History.Change change, String field, Set<String> went, Set<String> came) {
        return world.ledger().entries().stream()
                .filter(entry -> entry.client().person.id.equals(change.user())
                        && entry.intent().rowId().equals(change.row()))
                .map(entry -> Wishes.changeOf(entry.intent(), field))
                .filter(Objects::nonNull)
                .anyMatch(wish -> less(Wishes.text(wish.before()), Wishes.text(wish.after()))
                                .containsAll(went)
                        && less(Wishes.text(wish.after()), Wishes.text(wish.before()))
                                .containsAll(came));
    }

    private static Set<String> less(@Nullable String all, @Nullable String without) {
        var rest = Members.of(all);
        rest.removeAll(Members.of(without));
        return rest;
    }

    /** Texts are typed once, so each is in the history at most as often as somebody asked for it. */
    private void nothingTwice() {
        Map<String, Integer> asked = new HashMap<>();
        for (var entry : world.ledger().entries()) {
            Wishes.wanted(entry.intent())
                    .forEach((field, value) ->
                            asked.merge(entry.intent().rowId() + "." + field + "=" + value, 1, Integer::sum));
        }
        Map<String, Integer> happened = new HashMap<>();
        for (var change : history.changes) {
            if (!isOurs(change)) {
                continue;
            }
            for (var field : change.fields().propertyNames()) {
                happened.merge(change.row() + "." + field + "=" + change.after(field), 1, Integer::sum);
            }
        }
        happened.forEach((what, times) -> {
            if (isTypedOnce(what) && times > asked.getOrDefault(what, 0)) {
                throw new Violation("nothing is done twice", what + " happened " + times + " times");
            }
        });
    }

    private boolean isOurs(History.Change change) {
        return world.clients().stream().anyMatch(client -> client.person.id.equals(change.user()));
    }

    private static boolean isTypedOnce(String what) {
        return what.matches(".*=[AB]v[0-9]+");
    }

    private void whatThirdProgramsWereTold() {
        Map<UUID, Integer> told = new HashMap<>();
        for (var written : world.ledger().written()) {
            if (written.author().organisation.equals(organisation)) {
                told.merge(written.author().id, 1, Integer::sum);
            }
        }
        told.forEach((author, times) -> {
            long found = history.changes.stream()
                    .filter(change -> change.user().equals(author))
                    .count();
            if (found < times) {
                throw new Violation("what the server called done is done", found + " of " + times + " writes");
            }
        });
    }
}
