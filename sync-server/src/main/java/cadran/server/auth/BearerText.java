package cadran.server.auth;

import cadran.model.ids.OrganisationId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A refresh token or API key as its owner holds it. It names its organisation, because the row it stands for can only
 * be looked up inside one, and begins with a word that scanners for leaked secrets can look for.
 */
record BearerText(Kind kind, OrganisationId organisation, UUID id, String secret) {
    enum Kind {
        API_KEY("cdr"),
        REFRESH("cdrr");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final Pattern SHAPE = Pattern.compile("(cdrr?)_([0-9a-f]{32})_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");

    static Optional<BearerText> parse(Kind kind, String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches() || !match.group(1).equals(kind.prefix)) return Optional.empty();
        return Optional.of(
                new BearerText(kind, new OrganisationId(uuid(match.group(2))), uuid(match.group(3)), match.group(4)));
    }

    String text() {
        return kind.prefix + "_" + hex(organisation.value()) + "_" + hex(id) + "_" + secret;
    }

    String hash() {
        return Secrets.hash(secret);
    }

    private static String hex(UUID id) {
        var hex = HexFormat.of();
        return hex.toHexDigits(id.getMostSignificantBits()) + hex.toHexDigits(id.getLeastSignificantBits());
    }

    private static UUID uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
