package cadran.model.sync;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is stored and travels: immutable, its values in the order of its type's fields.
 *
 * @param version 0 for a row no server has seen; then it grows by one with each change
 * @param audience who may see it: the id of the organisation, of a team or of a user
 */
public record Row(EntityType<?> type, UUID id, long version, UUID audience, List<@Nullable Object> values) {
    private static final int FINGERPRINT_BYTES = 16;

    /** Spelled out, because javac leaves nested annotations off a compact constructor and other modules' null checks miss them. */
    public Row(EntityType<?> type, UUID id, long version, UUID audience, List<@Nullable Object> values) {
        if (values.size() != type.fields().size()) {
            throw new IllegalArgumentException(type + " has " + type.fields().size() + " fields, not " + values.size());
        }
        this.type = type;
        this.id = id;
        this.version = version;
        this.audience = audience;
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public @Nullable Object get(String field) {
        return values.get(type.position(field));
    }

    public @Nullable String text(String field) {
        return (String) get(field);
    }

    public @Nullable UUID reference(String field) {
        return (UUID) get(field);
    }

    public Row with(String field, @Nullable Object value) {
        var changed = new ArrayList<@Nullable Object>(values);
        changed.set(type.position(field), value);
        return new Row(type, id, version, audience, changed);
    }

    public Row atVersion(long newVersion) {
        return new Row(type, id, newVersion, audience, values);
    }

    /** Of its content, whatever its version: who confirmed something confirmed this. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Field field : type.fields()) {
                // A field that only a newer program knows is empty for everybody until that program fills it.
                if (get(field.name()) != null) {
                    digest.update((field.name() + "=").getBytes(StandardCharsets.UTF_8));
                    digest.update(canonical(get(field.name())).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** 1.2 and 1.20 are the same price. */
    private static String canonical(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    /** How a person would call it: its label fields with a value, joined by a space. */
    public String label() {
        var parts = new ArrayList<String>();
        for (String field : type.labelFields()) {
            Object value = get(field);
            if (value != null) {
                parts.add(value.toString());
            }
        }
        return String.join(" ", parts);
    }
}
