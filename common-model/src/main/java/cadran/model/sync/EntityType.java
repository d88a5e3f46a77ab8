package cadran.model.sync;

import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.problem.Problem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the shared machinery must know about one synced table: stores, sync, API and forms all read it, so a new table
 * is one record, one of these and one migration on each side.
 *
 * @param <T> the record that features use; its components are {@code id} and then the fields, in order
 */
public final class EntityType<T extends Record> {
    private final String name;
    private final String collection;
    private final Class<T> recordClass;
    private final RecordComponent[] components;
    private final List<Field> fields;
    private final List<Section> sections;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<UniqueKey> uniqueKeys;
    private final List<String> labelFields;
    private final RowRules rules;
    private final List<String> owners;
    private final List<String> identity;
    private final Permission writePermission;
    private final @Nullable String audienceField;
    private final Permission sharePermission;

    private EntityType(Builder<T> builder) {
        name = builder.name;
        collection = builder.collection;
        recordClass = builder.recordClass;
        components = recordClass.getRecordComponents();
        sections = List.copyOf(builder.sections);
        fields = sections.stream().flatMap(section -> section.fields().stream()).toList();
        for (Field field : fields) {
            positions.put(field.name(), positions.size());
        }
        uniqueKeys = List.copyOf(builder.uniqueKeys);
        labelFields = List.copyOf(builder.labelFields);
        rules = builder.rules;
        owners = List.copyOf(builder.owners);
        identity = List.copyOf(builder.identity);
        writePermission = builder.writePermission;
        audienceField = builder.audienceField;
        sharePermission = builder.sharePermission;
        var declared =
                Arrays.stream(components).skip(1).map(RecordComponent::getName).toList();
        if (!declared.equals(fields.stream().map(Field::name).toList())) {
            throw new IllegalStateException(recordClass + " has " + declared + " but its descriptor " + fields);
        }
    }

    public static <T extends Record> Builder<T> of(String name, String collection, Class<T> recordClass) {
        return new Builder<>(name, collection, recordClass);
    }

    /** Singular snake_case, the table's name and the word on the wire. */
    public String name() {
        return name;
    }

    /** Plural kebab-case, the last part of the API's path. */
    public String collection() {
        return collection;
    }

    public List<Field> fields() {
        return fields;
    }

    /**
     * Fields that people look at together.
     *
     * @param name empty for those that come first
     */
    public record Section(String name, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /** All the fields, in their order. */
    public List<Section> sections() {
        return sections;
    }

    public List<UniqueKey> uniqueKeys() {
        return uniqueKeys;
    }

    /** The fields that name a row to a person, most telling first. */
    public List<String> labelFields() {
        return labelFields;
    }

    public Permission readPermission() {
        return Permission.INVENTORY_READ;
    }

    public Permission writePermission() {
        return writePermission;
    }

    /** The field that says whose a row is; null where all rows are the organisation's. */
    public @Nullable String audienceField() {
        return audienceField;
    }

    /** What somebody needs to write rows of theirs that others see. */
    public Permission sharePermission() {
        return sharePermission;
    }

    /** Whether only the server's own work writes it, because no role may. */
    public boolean isReport() {
        return Arrays.stream(Role.values()).noneMatch(role -> role.permissions().contains(writePermission));
    }

    public RowRules rules() {
        return rules;
    }

    /** The references to what it is a part of: it is decided with those rows held, so that they can't change meanwhile. */
    public List<String> owners() {
        return owners;
    }

    /**
     * The fields from which a row's id follows: there is one row for each of their values, made or not, and two devices that
     * fill it meet in it as in a field. Empty where each row that is made is another.
     */
    public List<String> identity() {
        return identity;
    }

    /** Whether a row is a place that is filled and emptied, and not a thing that is made and deleted. */
    public boolean isPlace() {
        return !identity.isEmpty();
    }

    /** The id of the place with these values; null where they name none, or rows are no places. */
    public @Nullable UUID placeOf(Map<String, ?> values) {
        if (!isPlace() || identity.stream().anyMatch(field -> values.get(field) == null)) {
            return null;
        }
        var named = identity.stream()
                .map(field -> String.valueOf(values.get(field)))
                .collect(Collectors.joining("/"));
        return UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
    }

    public boolean has(String field) {
        return positions.containsKey(field);
    }

    public Field field(String field) {
        return fields.get(position(field));
    }

    public int position(String field) {
        Integer position = positions.get(field);
        if (position == null) {
            throw Problem.of("field.unknown").with("entity", name).at(field).asException();
        }
        return position;
    }

    /** A new row of the record, visible to all of an organisation. */
    public Row row(T values, UUID audience) {
        try {
            var list = new ArrayList<@Nullable Object>(fields.size());
            UUID id = (UUID) components[0].getAccessor().invoke(values);
            for (int i = 1; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(values);
                list.add(value instanceof Enum<?> code ? code.name() : value);
            }
            return new Row(this, id, 0, audience, list);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    public T read(Row row) {
        try {
            var types = new Class<?>[components.length];
            var arguments = new @Nullable Object[components.length];
            types[0] = UUID.class;
            arguments[0] = row.id();
            for (int i = 1; i < components.length; i++) {
                types[i] = components[i].getType();
                arguments[i] = typed(types[i], row.values().get(i - 1));
            }
            return recordClass.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't read " + row, e);
        }
    }

    private static @Nullable Object typed(Class<?> type, @Nullable Object value) {
        if (value == null || !type.isEnum()) {
            return value;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** By name: maps of types are then walked in the same order in each run of the program. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    public static final class Builder<T extends Record> {
        private final String name;
        private final String collection;
        private final Class<T> recordClass;
        private final List<Section> sections = new ArrayList<>();
        private List<UniqueKey> uniqueKeys = List.of();
        private List<String> labelFields = List.of();
        private RowRules rules = RowRules.NONE;
        private List<String> owners = List.of();
        private List<String> identity = List.of();
        private Permission writePermission = Permission.INVENTORY_WRITE;
        private @Nullable String audienceField;
        private Permission sharePermission = Permission.INVENTORY_WRITE;

        private Builder(String name, String collection, Class<T> recordClass) {
            this.name = name;
            this.collection = collection;
            this.recordClass = recordClass;
        }

        public Builder<T> fields(Field... all) {
            return section("", all);
        }

        public Builder<T> section(String section, Field... all) {
            sections.add(new Section(section, List.of(all)));
            return this;
        }

        public Builder<T> unique(UniqueKey... all) {
            uniqueKeys = List.of(all);
            return this;
        }

        public Builder<T> labelled(String... all) {
            labelFields = List.of(all);
            return this;
        }

        public Builder<T> rules(RowRules all) {
            rules = all;
            return this;
        }

        public Builder<T> partOf(String... references) {
            owners = List.of(references);
            return this;
        }

        /** Rows are places named by these fields. */
        public Builder<T> identifiedBy(String... all) {
            identity = List.of(all);
            return this;
        }

        public Builder<T> writtenBy(Permission permission) {
            writePermission = permission;
            return this;
        }

        /** Rows say themselves whose they are; to write what others see, too, needs the right. */
        public Builder<T> seenBy(String field, Permission sharing) {
            audienceField = field;
            sharePermission = sharing;
            return this;
        }

        public EntityType<T> build() {
            return new EntityType<>(this);
        }
    }
}
