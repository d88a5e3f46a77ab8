package cadran.desktop.store;

import cadran.desktop.query.Filter;
import cadran.desktop.query.SearchText;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL behind the list of all that happened. */
final class HistoryQuery {
    /** The row in whose history an entry belongs, whatever table it is of: an id is of one row alone. */
    private static final String SUBJECT_SAYS = Schema.TYPES.stream()
            .filter(type -> type.owners().isEmpty())
            .map(EntityType::name)
            .map(table -> "EXISTS (SELECT 1 FROM " + table + " r WHERE r.id = l.subject AND r.search LIKE ?)")
            .collect(Collectors.joining(" OR "));

    private final StringBuilder sql = new StringBuilder("SELECT l.seq FROM history_line l WHERE TRUE");
    private final List<Object> values = new ArrayList<>();

    private HistoryQuery() {}

    @SuppressWarnings("MustBeClosedChecker")
    static PreparedStatement keys(Connection connection, HistoryFilter filter) throws SQLException {
        var query = new HistoryQuery();
        query.add(" AND l.entity = ?", filter.entity());
        query.add(" AND l.user_id = ?", filter.user());
        query.add(" AND l.at >= ?", midnight(filter.from(), filter.zone()));
        query.add(
                " AND l.at < ?",
                filter.to() == null ? null : midnight(filter.to().plusDays(1), filter.zone()));
        SearchText.filters(filter.words()).forEach(query::matching);
        query.sql.append(" ORDER BY l.at DESC, l.seq DESC");
        var select = connection.prepareStatement(query.sql.toString());
        for (int i = 0; i < query.values.size(); i++) {
            select.setObject(i + 1, query.values.get(i));
        }
        return select;
    }

    private static @Nullable OffsetDateTime midnight(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }

    private void add(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    /** A word, or one of the spellings of a number, in the entry or in the row. */
    private void matching(Filter word) {
        var ways = word instanceof Filter.Any any ? any.filters() : List.of(word);
        sql.append(ways.stream().map(this::condition).collect(Collectors.joining(" OR ", " AND (", ")")));
    }

    private String condition(Filter way) {
        if (!(way instanceof Filter.Text text)) {
            throw new IllegalArgumentException("no word: " + way);
        }
        var pattern = "%" + KeyQuery.escaped(text.fragment()) + "%";
        long places = SUBJECT_SAYS.chars().filter(character -> character == '?').count();
        for (long i = 0; i <= places; i++) {
            values.add(pattern);
        }
        return "l.search LIKE ? OR " + SUBJECT_SAYS;
    }
}
