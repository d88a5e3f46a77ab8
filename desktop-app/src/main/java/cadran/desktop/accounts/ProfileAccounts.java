package cadran.desktop.accounts;

import cadran.desktop.i18n.Texts;
import cadran.desktop.local.FirstTime;
import cadran.desktop.local.LocalServer;
import cadran.desktop.profiles.CodePurpose;
import cadran.desktop.profiles.KeyProtection;
import cadran.desktop.profiles.OpenProfile;
import cadran.desktop.profiles.Profile;
import cadran.desktop.profiles.Profiles;
import cadran.desktop.profiles.Renewal;
import cadran.desktop.profiles.ServerAddress;
import cadran.desktop.profiles.SignInClient;
import cadran.desktop.profiles.SignedIn;
import cadran.model.auth.AcceptRequest;
import cadran.model.auth.Consent;
import cadran.model.auth.ConsentDocument;
import cadran.model.auth.ResetRequest;
import cadran.model.auth.SetUpRequest;
import cadran.model.auth.SignInDevice;
import cadran.model.organisations.Registration;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real way to an open profile: what was entered so far waits here for the next answer. One question at a time. */
public final class ProfileAccounts implements Accounts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileAccounts.class);

    private final Profiles profiles;
    private final Texts texts;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String computer;
    private final Executor background;
    private final Consumer<OpenProfile> opened;
    private @Nullable LocalServer local;
    private @Nullable SignIn entered;
    private @Nullable SignedIn signedIn;
    private @Nullable Profile locked;

    /** @param opened told in the background, before the last step is answered */
    public ProfileAccounts(
            Profiles profiles,
            Texts texts,
            InstantSource clock,
            ZoneId zone,
            String computer,
            Executor background,
            Consumer<OpenProfile> opened) {
        this.profiles = profiles;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
        this.computer = computer;
        this.background = background;
        this.opened = opened;
    }

    /** The profile that was open last, as far as it opens without asking; otherwise the question it asks. */
    public CompletableFuture<Step> resume() {
        return answer(() -> {
            var last = profiles.list();
            return last.isEmpty() ? beginning() : open(last.getFirst());
        });
    }

    @Override
    public CompletableFuture<Step> start() {
        return answer(this::beginning);
    }

    private Step beginning() {
        locked = null;
        signedIn = null;
        return new Step.Welcome(profiles.list().stream()
                .map(each -> new Step.Known(
                        each.id(),
                        each.organisationName(),
                        each.isLocal() ? each.userName() : each.email(),
                        each.server() == null ? "" : ServerAddress.shown(each.server())))
                .toList());
    }

    @Override
    public CompletableFuture<Step> open(String profile) {
        return answer(() -> open(known(profile)));
    }

    private Step open(Profile profile) throws IOException {
        if (profile.isLocal()) {
            return here();
        }
        locked = profile;
        signedIn = null;
        return profile.protection() == KeyProtection.PASSPHRASE ? askPassphrase(profile) : open(profile, null);
    }

    private Profile known(String id) {
        return profiles.list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public CompletableFuture<Long> unsent(String profile) {
        return answer(() -> profiles.unsent(known(profile)).orElse(-1));
    }

    @Override
    public CompletableFuture<Step> remove(String profile) {
        return answer(() -> {
            profiles.forget(known(profile));
            return beginning();
        });
    }

    @Override
    public CompletableFuture<Step> openLocal() {
        return answer(this::here);
    }

    private Step here() throws IOException {
        var server = local == null ? LocalServer.start(profiles.localServer(), clock) : local;
        local = server;
        var firstTime = new FirstTime(
                texts.get("local.organisation"),
                texts.get("local.user"),
                texts.language().code(),
                zone.getId());
        var tokens = server.signIn(firstTime, device());
        try (var client = new SignInClient(server.address())) {
            return enter(new SignedIn(null, tokens, client.signedIn(tokens).me()));
        }
    }

    @Override
    public CompletableFuture<Step> signIn(SignIn form) {
        return answer(() -> signIn(form, null));
    }

    @Override
    public CompletableFuture<Step> choose(String organisationId) {
        return answer(() -> signIn(Objects.requireNonNull(entered), UUID.fromString(organisationId)));
    }

    private Step signIn(SignIn form, @Nullable UUID organisation) throws IOException {
        entered = form;
        try (var client = new SignInClient(form.server())) {
            var answer = client.signIn(form.email(), form.password(), organisation, device());
            var tokens = answer.tokens();
            if (tokens == null) {
                return new Step.ChooseOrganisation(answer.organisations().stream()
                        .map(each -> new Step.Organisation(each.id().toString(), each.name(), ""))
                        .toList());
            }
            entered = null;
            return enter(client.signedIn(tokens));
        }
    }

    @Override
    public CompletableFuture<Step> lookUp(String server, String code) {
        return answer(() -> {
            try (var client = new SignInClient(server)) {
                return switch (client.purpose(code)) {
                    case CodePurpose.Invitation(var offer) ->
                        new Step.Invited(server, code, offer.organisation(), offer.email(), offer.hasAccount());
                    case CodePurpose.SetUp _ -> new Step.SetUp(server, code);
                    case CodePurpose.Reset _ -> new Step.ReplacePassword(server, code);
                };
            }
        });
    }

    @Override
    public CompletableFuture<Step> join(Newcomer form) {
        return answer(() -> {
            try (var client = new SignInClient(form.server())) {
                return enter(client.signedIn(client.accept(new AcceptRequest(
                        form.code(),
                        form.name(),
                        texts.language().code(),
                        form.password(),
                        consents(form.consents()),
                        device()))));
            }
        });
    }

    @Override
    public CompletableFuture<Step> setUp(Newcomer form, Registration organisation) {
        return answer(() -> {
            try (var client = new SignInClient(form.server())) {
                return enter(client.signedIn(client.setUp(new SetUpRequest(
                        form.code(),
                        form.email(),
                        form.name(),
                        texts.language().code(),
                        form.password(),
                        consents(form.consents()),
                        organisation,
                        zone.getId(),
                        device()))));
            }
        });
    }

    @Override
    public CompletableFuture<Step> replacePassword(String server, String code, String password) {
        return answer(() -> {
            try (var client = new SignInClient(server)) {
                client.reset(new ResetRequest(code, password));
                return new Step.SignIn(Step.SignIn.Why.PASSWORD_REPLACED, server, "");
            }
        });
    }

    private static List<Consent> consents(Consents given) {
        return given.equals(Consents.NONE)
                ? List.of()
                : List.of(
                        consent(ConsentDocument.TERMS, given.terms()),
                        consent(ConsentDocument.PRIVACY, given.privacy()),
                        consent(ConsentDocument.MARKETING, given.marketing()));
    }

    private static Consent consent(ConsentDocument document, boolean granted) {
        return new Consent(document, document.version(), granted);
    }

    @Override
    public CompletableFuture<Step> unlock(String passphrase) {
        return answer(() -> {
            var profile = locked;
            if (profile != null) {
                return open(profile, passphrase);
            }
            var who = Objects.requireNonNull(signedIn);
            return open(profiles.make(who, KeyProtection.PASSPHRASE, passphrase), passphrase);
        });
    }

    @Override
    public CompletableFuture<Step> forget() {
        return answer(() -> {
            profiles.forget(Objects.requireNonNull(locked));
            locked = null;
            var who = signedIn;
            return who == null ? beginning() : enter(who);
        });
    }

    private Step enter(SignedIn who) throws IOException {
        signedIn = who;
        var known =
                profiles.find(who.server(), who.me().organisation(), who.me().id());
        locked = known.orElse(null);
        if (known.isPresent()) {
            var profile = known.get();
            return profile.protection() == KeyProtection.PASSPHRASE ? askPassphrase(profile) : open(profile, null);
        }
        if (profiles.hasKeychain()) {
            return open(profiles.make(who, KeyProtection.KEYCHAIN, null), null);
        }
        // Its server's database lies open on this very disk: a passphrase would promise what it can't keep.
        return who.server() == null
                ? open(profiles.make(who, KeyProtection.FILE, null), null)
                : new Step.ChoosePassphrase();
    }

    private static Step askPassphrase(Profile profile) {
        var server = profile.server() == null ? "" : " · " + ServerAddress.shown(profile.server());
        return new Step.EnterPassphrase(profile.email() + " · " + profile.organisationName() + server, -1);
    }

    private Step open(Profile profile, @Nullable String passphrase) {
        var key = profiles.unlock(profile, passphrase);
        var who = signedIn;
        var current = who == null ? profile : profiles.signedInAgain(profile, key, who);
        var here = local;
        var address = current.server() == null ? Objects.requireNonNull(here).address() : current.server();
        try {
            opened.accept(profiles.open(current, key, address, renewal(address)));
        } catch (ProblemException refused) {
            if (refused.problem().code().equals("profile.sign_in_needed")) {
                return new Step.SignIn(Step.SignIn.Why.SESSION_ENDED, address, current.email());
            }
            throw refused;
        }
        signedIn = null;
        locked = null;
        return new Step.Opened();
    }

    private static Renewal renewal(String address) {
        return old -> {
            try (var client = new SignInClient(address)) {
                return client.refresh(old);
            }
        };
    }

    private SignInDevice device() {
        return new SignInDevice(profiles.installation(), computer);
    }

    private <T> CompletableFuture<T> answer(Callable<T> question) {
        return CompletableFuture.supplyAsync(() -> ask(question), background);
    }

    private synchronized <T> T ask(Callable<T> question) {
        try {
            return question.call();
        } catch (IOException noAnswer) {
            LOG.info("no answer from the server", noAnswer);
            throw Problem.of("server.unreachable").asException();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /** This computer's own server ends with the program. */
    @Override
    public synchronized void close() {
        if (local != null) {
            local.close();
            local = null;
        }
    }
}
