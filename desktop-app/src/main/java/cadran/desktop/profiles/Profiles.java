package cadran.desktop.profiles;

import cadran.desktop.platform.PrivateFile;
import cadran.desktop.store.FileKey;
import cadran.desktop.store.Outbox;
import cadran.model.auth.Me;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Team;
import cadran.model.problem.ProblemException;
import cadran.model.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The profiles of this computer's user. */
public final class Profiles {
    private static final String FILE = "profile.json";

    private final Path folder;
    private final ProfileKeys keys;
    private final InstantSource clock;
    private final SecureRandom random;
    private final UuidV7 ids;

    /** @param folder holds one folder for each profile */
    public Profiles(Path folder, ProfileKeys keys, InstantSource clock, SecureRandom random) {
        this.folder = folder;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
        ids = new UuidV7(clock, random);
    }

    /** The last one opened first. */
    public List<Profile> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.filter(each -> Files.isRegularFile(each.resolve(FILE)))
                    .sorted(Comparator.comparing(Profiles::openedAt).reversed())
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.nio.file.attribute.FileTime openedAt(Path profile) {
        try {
            return Files.getLastModifiedTime(profile.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Profile> find(@Nullable String server, UUID organisation, UUID user) {
        return list().stream()
                .filter(each -> Objects.equals(each.server(), server)
                        && each.organisation().equals(organisation)
                        && each.user().equals(user))
                .findFirst();
    }

    /** Where this computer's own server keeps its data. */
    public Path localServer() {
        return folder.resolveSibling("server");
    }

    /** How servers know this installation; made once. */
    public UUID installation() {
        var file = new PrivateFile(folder.resolve("installation"));
        var known = file.read();
        if (known.isPresent()) {
            return UUID.fromString(new String(known.get(), StandardCharsets.US_ASCII));
        }
        create(folder);
        var made = ids.next();
        file.write(made.toString().getBytes(StandardCharsets.US_ASCII));
        return made;
    }

    public boolean hasKeychain() {
        return keys.hasKeychain();
    }

    /** Makes the files of somebody who signs in here for the first time. */
    public Profile make(SignedIn who, KeyProtection protection, @Nullable String passphrase) {
        var own = folder.resolve(ids.next().toString());
        create(own);
        var key = keys.make(own, protection, passphrase);
        new SessionFile(own, key, random).write(new SessionFile.Content(who.tokens(), Contact.now(clock.instant())));
        return write(profile(own, who, protection));
    }

    /** Somebody who is known here signed in again: new tokens, and what the server says of them now. */
    public Profile signedInAgain(Profile profile, FileKey key, SignedIn who) {
        new SessionFile(profile.folder(), key, random)
                .write(new SessionFile.Content(who.tokens(), Contact.now(clock.instant())));
        return write(profile(profile.folder(), who, profile.protection()));
    }

    /** What the server says of its user now, for the next time it is opened. */
    Profile learn(Profile profile, Me me) {
        return write(profile(profile.folder(), profile.server(), me, profile.protection()));
    }

    private static Profile profile(Path own, SignedIn who, KeyProtection protection) {
        return profile(own, who.server(), who.me(), protection);
    }

    private static Profile profile(Path own, @Nullable String server, Me me, KeyProtection protection) {
        var known = me.permissions().stream().filter(Objects::nonNull).toList();
        return new Profile(
                own,
                server,
                me.organisation(),
                me.organisationName(),
                me.id(),
                me.name(),
                me.email(),
                me.timeZone(),
                Set.copyOf(known),
                me.teams().stream().collect(Collectors.toMap(Team::id, Team::name)),
                protection);
    }

    /** @param passphrase for a profile that has one */
    public FileKey unlock(Profile profile, @Nullable String passphrase) {
        return keys.find(profile.folder(), profile.protection(), passphrase);
    }

    /** @param renewal how its session gets its next tokens */
    public OpenProfile open(Profile profile, FileKey key, String server, Renewal renewal) {
        return OpenProfile.open(write(profile), key, ServerAddress.parse(server), renewal, this, ids, clock, random);
    }

    /** Its edits that no server has; empty where they can't be counted without its passphrase, or not any more. */
    public OptionalLong unsent(Profile profile) {
        if (profile.protection() == KeyProtection.PASSPHRASE) {
            return OptionalLong.empty();
        }
        try (var lock = FolderLock.take(profile.folder())) {
            Objects.requireNonNull(lock);
            return count(profile);
        }
    }

    // A key or a file that is lost must not keep anybody from removing the profile.
    private OptionalLong count(Profile profile) {
        try (var outbox = Outbox.open(profile.folder().resolve("outbox"), unlock(profile, null), ids::next)) {
            return OptionalLong.of(outbox.answers().pending(Long.MAX_VALUE));
        } catch (ProblemException unreadable) {
            return OptionalLong.empty();
        }
    }

    /** Deletes its files, edits that were never sent included. */
    public void forget(Profile profile) {
        try (var lock = FolderLock.take(profile.folder());
                var files = Files.list(profile.folder())) {
            Objects.requireNonNull(lock);
            keys.forget(profile.folder(), profile.protection());
            for (var file : files.toList()) {
                if (!file.getFileName().toString().equals("lock")) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SessionFile session(Profile profile, FileKey key) {
        return new SessionFile(profile.folder(), key, random);
    }

    private static void create(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Profile write(Profile profile) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("server", profile.server());
        node.put("organisation", profile.organisation().toString());
        node.put("organisationName", profile.organisationName());
        node.put("user", profile.user().toString());
        node.put("userName", profile.userName());
        node.put("email", profile.email());
        node.put("timeZone", profile.timeZone());
        node.put("protection", profile.protection().name());
        var permissions = node.putArray("permissions");
        profile.permissions().forEach(each -> permissions.add(each.name()));
        var teams = node.putObject("teams");
        profile.teams().forEach((id, name) -> teams.put(id.toString(), name));
        new PrivateFile(profile.folder().resolve(FILE)).write(Json.MAPPER.writeValueAsBytes(node));
        return profile;
    }

    private Profile read(Path own) {
        JsonNode node =
                Json.MAPPER.readTree(new PrivateFile(own.resolve(FILE)).read().orElseThrow());
        var names = new ArrayList<String>();
        node.get("permissions").forEach(each -> names.add(each.asString()));
        var permissions = EnumSet.allOf(Permission.class);
        permissions.removeIf(each -> !names.contains(each.name()));
        return new Profile(
                own,
                node.hasNonNull("server") ? node.get("server").asString() : null,
                UUID.fromString(node.get("organisation").asString()),
                node.get("organisationName").asString(),
                UUID.fromString(node.get("user").asString()),
                node.get("userName").asString(),
                node.get("email").asString(),
                node.get("timeZone").asString(),
                permissions,
                node.get("teams").properties().stream()
                        .collect(Collectors.toMap(
                                team -> UUID.fromString(team.getKey()),
                                team -> team.getValue().asString())),
                KeyProtection.valueOf(node.get("protection").asString()));
    }
}
