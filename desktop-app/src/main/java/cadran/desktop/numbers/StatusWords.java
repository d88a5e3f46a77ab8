package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.i18n.Texts;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.model.numbers.Departure;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.Reservation;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A number's status in words: how far a terminated one has gone, and whether a free one still rests or is reserved. */
final class StatusWords {
    private final Texts texts;
    private final Workspace workspace;

    StatusWords(Texts texts, Workspace workspace) {
        this.texts = texts;
        this.workspace = workspace;
    }

    /** In a word or two. */
    String of(GridRow row) {
        var did = row.row();
        var departure = Departure.of(did, workspace.today());
        if (departure.isPresent()) {
            return texts.get("number.departure." + departure.get().name().toLowerCase(Locale.ROOT));
        }
        if (did.get("awaitsPortOutSince") != null) {
            return texts.get("number.awaits-port-out");
        }
        if (rest(did) != null) {
            return texts.get("number.resting");
        }
        return Reservation.runsUntil(did, workspace.today()) == null
                ? FieldText.shown(texts, row, Did.TYPE.field("status"))
                : texts.get("number.reserved");
    }

    /** With the day on which that changes, where there is one. */
    String inFull(GridRow row) {
        if (row.row().get("awaitsPortOutSince") instanceof LocalDate since
                && Departure.of(row.row(), workspace.today()).isEmpty()) {
            return texts.get(
                    "number.awaits-port-out.since", "date", texts.formats().date(since));
        }
        var until = rest(row.row());
        if (until != null) {
            return texts.get("number.resting.until", "date", texts.formats().date(until));
        }
        var reserved = Reservation.runsUntil(row.row(), workspace.today());
        if (reserved != null) {
            return texts.get(
                    "number.reserved.until",
                    "holder",
                    row.labels().getOrDefault("reservedForId", ""),
                    "date",
                    texts.formats().date(reserved));
        }
        return row.row().get("recoverableUntil") instanceof LocalDate last
                        && Departure.of(row.row(), workspace.today()).isPresent()
                        && !last.isBefore(workspace.today())
                ? texts.get(
                        "number.recoverable.until",
                        "status",
                        of(row),
                        "date",
                        texts.formats().date(last))
                : of(row);
    }

    private @Nullable LocalDate rest(Row did) {
        return DidStatus.AVAILABLE.name().equals(did.text("status"))
                        && did.get("restsUntil") instanceof LocalDate last
                        && !last.isBefore(workspace.today())
                ? last
                : null;
    }
}
