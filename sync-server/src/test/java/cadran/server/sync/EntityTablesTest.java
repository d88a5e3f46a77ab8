package cadran.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tables are written by hand and descriptors too: they must say the same. */
class EntityTablesTest {
    private record Column(String name, boolean nullable, int size) {}

    private static List<Column> described(EntityType<?> type) {
        var columns = new ArrayList<Column>();
        for (String name : List.of("org_id", "id", "version", "audience")) columns.add(new Column(name, false, 0));
        type.fields().forEach(field -> columns.add(new Column(field.column(), !field.required(), size(field))));
        EntitySql.liveKeys(type)
                .forEach(key -> columns.add(new Column(
                        String.valueOf(key.liveColumn()),
                        true,
                        type.field(key.fields().getFirst()).max())));
        return columns;
    }

    private static int size(Field field) {
        return switch (field.kind()) {
            case TEXT -> field.max();
            case CODE -> 20;
            case CODES -> String.join(",", field.codes()).length();
            case WORDS -> (field.max() + 1) * Field.MOST_WORDS - 1;
            default -> 0;
        };
    }

    @DatabaseTest
    void everyTableIsAsItsDescriptorSays(Database db) {
        for (EntityType<?> type : Schema.TYPES) {
            var found = db.inPlatform(handle -> handle.createQuery("""
                            select column_name, is_nullable, coalesce(character_maximum_length, 0)
                            from information_schema.columns
                            where lower(table_name) = :table and lower(table_schema) = 'public'
                            """)
                    .bind("table", type.name())
                    .map((row, context) -> new Column(
                            row.getString(1).toLowerCase(Locale.ROOT),
                            row.getString(2).equals("YES"),
                            (int) row.getLong(3)))
                    .list());
            // A column that came later stands behind the others.
            assertEquals(
                    described(type).stream()
                            .sorted(Comparator.comparing(Column::name))
                            .toList(),
                    found.stream().sorted(Comparator.comparing(Column::name)).toList(),
                    type.name());
        }
    }

    @Test
    void everyCodeFitsItsColumn() {
        for (EntityType<?> type : Schema.TYPES) {
            for (Field field : type.fields()) {
                if (field.kind() != FieldKind.CODE) continue;
                for (String code : field.codes()) assertTrue(code.length() <= size(field), code);
            }
        }
    }

    @DatabaseTest
    void uniqueKeysAndReferencesAreHeldByTheDatabaseToo(Database db) {
        for (EntityType<?> type : Schema.TYPES) {
            var references = type.fields().stream()
                    .filter(field -> field.kind() == FieldKind.REFERENCE)
                    .count();
            assertEquals(type.uniqueKeys().size(), constraints(db, type, "UNIQUE"), type.name());
            assertEquals(references, constraints(db, type, "FOREIGN KEY"), type.name());
        }
    }

    private static long constraints(Database db, EntityType<?> type, String kind) {
        return db.inPlatform(handle -> handle.createQuery("""
                        select count(*) from information_schema.table_constraints
                        where lower(table_name) = :table and lower(table_schema) = 'public' and constraint_type = :kind
                        """)
                .bind("table", type.name())
                .bind("kind", kind)
                .mapTo(Long.class)
                .one());
    }
}
