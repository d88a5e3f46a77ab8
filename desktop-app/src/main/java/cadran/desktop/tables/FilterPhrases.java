package cadran.desktop.tables;

import cadran.desktop.filter.Days;
import cadran.desktop.filter.Keys;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Query;
import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pieces of a filter line as the person would type them, in their language. Asks the store: not for the UI thread. */
public final class FilterPhrases {
    private static final String NONE = "filter.word.none";
    private static final String ANY = "filter.word.any";

    private final Texts texts;
    private final Words words;
    private final Rows rows;
    private final EntityType<?> type;

    /** @param type of the list's rows */
    public FilterPhrases(Texts texts, Rows rows, EntityType<?> type) {
        this.texts = texts;
        this.words = new Words(texts);
        this.rows = rows;
        this.type = type;
    }

    public String codes(String field, String... codes) {
        var code = type.field(field);
        return key(code) + ":"
                + Arrays.stream(codes)
                        .map(each -> texts.get(FieldText.codeKey(type, code, each))
                                .toLowerCase(texts.language().locale()))
                        .map(Values::quoted)
                        .collect(Collectors.joining(","));
    }

    public String none(String field) {
        return key(type.field(field)) + ":" + words.usual(NONE);
    }

    public String any(String field) {
        return key(type.field(field)) + ":" + words.usual(ANY);
    }

    /** Those with this text and no more; with {@code none}, also those without any. */
    public String text(String field, String text, boolean none) {
        return key(type.field(field)) + "=" + Values.quoted(text) + (none ? "," + words.usual(NONE) : "");
    }

    /** Those that point to one of these and to nothing else. */
    public String of(String field, List<UUID> ids) {
        var reference = type.field(field);
        var target = Schema.type(Objects.requireNonNull(reference.references()));
        return key(reference) + "=" + ids.stream().map(id -> name(target, id)).collect(Collectors.joining(","));
    }

    /** A key that is no field's, by the texts of what can be typed for it. */
    public String keyed(String namesKey, String value) {
        return words.usual(namesKey) + ":" + value;
    }

    public String word(String wordKey) {
        return words.usual(wordKey);
    }

    /** A day as {@link Days} reads it. */
    public String day(LocalDate day) {
        return texts.formats().date(day);
    }

    private String key(Field field) {
        String own = "filter.key." + field.name().toLowerCase(Locale.ROOT);
        return Keys.typed(
                texts, FieldText.nameKey(field), texts.has(own) ? words.all(texts.language(), own) : List.of());
    }

    /** The shortest thing that it alone is called; its id where there is none. */
    private String name(EntityType<?> target, UUID id) {
        var row = rows.find(target, id);
        if (row != null) {
            for (String field : Called.names(target)) {
                var name = row.text(field);
                if (name != null && isTypable(name) && isItsOwn(target, name)) {
                    return Values.quoted(name);
                }
            }
        }
        return id.toString();
    }

    private boolean isTypable(@Nullable String name) {
        return name != null
                && Values.of(Values.quoted(name)).equals(List.of(name))
                && !words.is(name, NONE)
                && !words.is(name, ANY);
    }

    private boolean isItsOwn(EntityType<?> target, String name) {
        return rows.count(Query.unordered(target).where(Called.exactly(target, name))) == 1;
    }
}
