package cadran.server.rest;

import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import cadran.model.sync.EntityType;
import cadran.server.audit.HistoryQuery;
import cadran.server.sync.Author;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the query string of a history. What it does not know it refuses, as a list does. */
record HistoryQueryReader(
        @Nullable String entity,
        @Nullable UUID row,
        @Nullable UUID user,
        @Nullable String field,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        HistoryQuery.@Nullable Place after,
        int limit) {
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final Set<String> PAGE = Set.of("limit", "after");
    private static final Set<String> ALL = Set.of("entity", "row", "user", "field", "from", "to", "limit", "after");

    static HistoryQueryReader ofAll(Map<String, List<String>> parameters) {
        return read(parameters, ALL);
    }

    static HistoryQueryReader ofOne(Map<String, List<String>> parameters) {
        return read(parameters, PAGE);
    }

    private static HistoryQueryReader read(Map<String, List<String>> parameters, Set<String> known) {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.of("query.unknown").at(name).asException();
                });
        var entity = one(parameters, "entity");
        if (entity != null && Schema.find(entity) == null) {
            throw wrong(
                    "entity", names(Schema.TYPES.stream().map(EntityType::name).toList()));
        }
        var field = one(parameters, "field");
        if (field != null && Schema.TYPES.stream().noneMatch(type -> type.has(field))) {
            throw wrong("field", "names of fields");
        }
        return new HistoryQueryReader(
                entity,
                id("row", one(parameters, "row")),
                id("user", one(parameters, "user")),
                field,
                day("from", one(parameters, "from")),
                day("to", one(parameters, "to")),
                place(one(parameters, "after")),
                limit(one(parameters, "limit")));
    }

    private static String names(List<String> all) {
        return String.join(",", all);
    }

    /** @param zone where the organisation is: its days begin there */
    HistoryQuery in(@Nullable UUID subject, @Nullable UUID itself, ZoneId zone, Author author) {
        var entities = Schema.TYPES.stream()
                .filter(type -> author.permissions().contains(type.readPermission()))
                .map(EntityType::name)
                .filter(name -> entity == null || name.equals(entity))
                .collect(Collectors.toSet());
        return new HistoryQuery(
                entities,
                author.audiences(),
                subject,
                itself,
                user,
                field,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                after,
                limit);
    }

    private static @Nullable String one(Map<String, List<String>> parameters, String name) {
        var values = parameters.get(name);
        if (values == null) return null;
        if (values.size() != 1) throw wrong(name, "one value");
        return values.getFirst();
    }

    private static @Nullable UUID id(String name, @Nullable String text) {
        if (text == null) return null;
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) throw wrong(name, "uuid");
        return UUID.fromString(text);
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        try {
            if (text == null) return null;
            // No year of five figures: an instant there is none that the database knows.
            if (text.length() == 10) return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw wrong(name, "date");
        }
        throw wrong(name, "date");
    }

    private static HistoryQuery.@Nullable Place place(@Nullable String text) {
        if (text == null) return null;
        var place = HistoryQuery.Place.read(text);
        if (place == null) throw Problem.of("query.cursor").at("after").asException();
        return place;
    }

    private static int limit(@Nullable String text) {
        if (text == null) return USUAL;
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) throw wrong("limit", "1 to " + MOST);
        return limit;
    }

    private static ProblemException wrong(String parameter, String expected) {
        return Problem.of("query.wrong")
                .with("expected", expected)
                .at(parameter)
                .asException();
    }
}
