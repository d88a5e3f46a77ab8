package cadran.desktop.dashboard;

import cadran.desktop.i18n.Texts;
import cadran.desktop.store.Rows;
import cadran.desktop.tables.FilterPhrases;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Filter lines that find what the home screen has counted. Asks the store: not for the UI thread. */
final class Lines {
    private static final String RESTING = "filter.resting.names";
    private static final String NO = "filter.word.no";

    private final Texts texts;
    private final FilterPhrases numbers;
    private final FilterPhrases assignments;

    Lines(Texts texts, Rows rows) {
        this.texts = texts;
        numbers = new FilterPhrases(texts, rows, Did.TYPE);
        assignments = new FilterPhrases(texts, rows, Assignment.TYPE);
    }

    String status(DidStatus... statuses) {
        return numbers.codes("status", Arrays.stream(statuses).map(Enum::name).toArray(String[]::new));
    }

    String live() {
        return "-" + status(DidStatus.TERMINATED);
    }

    String resting(boolean rests) {
        return numbers.keyed(RESTING, numbers.word(rests ? "filter.word.yes" : NO));
    }

    String free() {
        return status(DidStatus.AVAILABLE) + " " + resting(false) + " "
                + numbers.keyed("filter.reserved.names", numbers.word(NO));
    }

    String restEnds(LocalDate day) {
        return status(DidStatus.AVAILABLE) + " " + numbers.keyed(RESTING, numbers.day(day));
    }

    String restEndsThisWeek() {
        return status(DidStatus.AVAILABLE) + " " + numbers.keyed(RESTING, numbers.word("filter.word.week"));
    }

    String unused(int days) {
        return numbers.keyed("filter.unused.names", texts.get("filter.days", "days", String.valueOf(days)));
    }

    String of(String field, Optional<UUID> id) {
        return id.map(known -> numbers.of(field, List.of(known))).orElseGet(() -> numbers.none(field));
    }

    /** Those that have one, and none of these. */
    String others(String field, List<UUID> but) {
        return numbers.any(field) + (but.isEmpty() ? "" : " -" + numbers.of(field, but));
    }

    String currency(String code) {
        return numbers.text("currency", code, code.equals(OverviewReader.EURO));
    }

    String running() {
        return assignments.keyed("filter.running.names", assignments.word("filter.word.yes"));
    }

    String runningFor(UUID campaign) {
        return running() + " " + assignments.of("campaignId", List.of(campaign));
    }

    String runningForOthers(List<UUID> but) {
        return running() + " -" + assignments.of("campaignId", but);
    }
}
