package cadran.desktop.accounts;

import cadran.model.organisations.Registration;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Accounts that live in memory: one user, two organisations, one code, no keychain if asked so. */
public final class MemoryAccounts implements Accounts {
    public static final String PASSWORD = "correct cheval pile agrafe";

    public final List<Object> asked = Collections.synchronizedList(new ArrayList<>());
    public final List<Step.Known> known = new ArrayList<>();
    public volatile long unsent;
    /** Where it isn't null, answers wait for it. */
    public volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    private final boolean keychain;
    private volatile String passphrase = "";

    public MemoryAccounts(boolean keychain) {
        this.keychain = keychain;
    }

    @Override
    public CompletableFuture<Step> start() {
        return answer("start", new Step.Welcome(List.copyOf(known)));
    }

    @Override
    public CompletableFuture<Step> open(String profile) {
        return answer(profile, new Step.Opened());
    }

    @Override
    public CompletableFuture<Long> unsent(String profile) {
        return CompletableFuture.completedFuture(unsent);
    }

    @Override
    public CompletableFuture<Step> remove(String profile) {
        known.removeIf(each -> each.id().equals(profile));
        return answer("remove " + profile, new Step.Welcome(List.copyOf(known)));
    }

    @Override
    public CompletableFuture<Step> openLocal() {
        return answer("local", opening());
    }

    @Override
    public CompletableFuture<Step> signIn(SignIn form) {
        if (!form.server().contains(".")) {
            return refuse(
                    form,
                    Problem.of("server.unreachable")
                            .with("server", form.server())
                            .at("server"));
        }
        return form.password().equals(PASSWORD)
                ? answer(
                        form,
                        new Step.ChooseOrganisation(List.of(
                                new Step.Organisation("1", "Fimainfo", "Administrateur"),
                                new Step.Organisation("2", "Alpha Énergie", "Télécom"))))
                : refuse(form, Problem.of("auth.failed"));
    }

    @Override
    public CompletableFuture<Step> lookUp(String server, String code) {
        return switch (code) {
            case "INVITE" -> answer(code, new Step.Invited(server, code, "Fimainfo", "lea@example.fr", false));
            case "KNOWN" -> answer(code, new Step.Invited(server, code, "Fimainfo", "lea@example.fr", true));
            case "SETUP" -> answer(code, new Step.SetUp(server, code));
            case "RESET" -> answer(code, new Step.ReplacePassword(server, code));
            default -> refuse(code, Problem.of("code.unknown").at("code"));
        };
    }

    @Override
    public CompletableFuture<Step> join(Newcomer form) {
        return answer(form, opening());
    }

    @Override
    public CompletableFuture<Step> setUp(Newcomer form, Registration organisation) {
        asked.add(form);
        return answer(organisation, opening());
    }

    @Override
    public CompletableFuture<Step> replacePassword(String server, String code, String password) {
        return answer(password, new Step.SignIn(Step.SignIn.Why.PASSWORD_REPLACED, server, ""));
    }

    @Override
    public CompletableFuture<Step> choose(String organisationId) {
        return answer(organisationId, opening());
    }

    @Override
    public CompletableFuture<Step> unlock(String entered) {
        if (passphrase.isEmpty()) {
            passphrase = entered;
        }
        return entered.equals(passphrase)
                ? answer(entered, new Step.Opened())
                : refuse(entered, Problem.of("profile.wrong_passphrase").at("passphrase"));
    }

    @Override
    public CompletableFuture<Step> forget() {
        passphrase = "";
        return answer("forget", new Step.Welcome(List.copyOf(known)));
    }

    public void lockWith(String chosen) {
        passphrase = chosen;
    }

    private Step opening() {
        return keychain ? new Step.Opened() : new Step.ChoosePassphrase();
    }

    private CompletableFuture<Step> answer(Object what, Step step) {
        asked.add(what);
        return gate.thenApply(open -> step);
    }

    private CompletableFuture<Step> refuse(Object what, Problem problem) {
        asked.add(what);
        return gate.thenApply(open -> {
            throw problem.asException();
        });
    }
}
