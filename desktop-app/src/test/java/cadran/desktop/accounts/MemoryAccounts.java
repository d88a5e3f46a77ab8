package cadran.desktop.accounts;

import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Accounts that live in memory: one user, two organisations, one code, no keychain if asked so. */
public final class MemoryAccounts implements Accounts {
    public static final String PASSWORD = "correct cheval pile agrafe";

    public final List<Object> asked = Collections.synchronizedList(new ArrayList<>());
    /** Where it isn't null, answers wait for it. */
    public volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    private final boolean keychain;
    private volatile String passphrase = "";

    public MemoryAccounts(boolean keychain) {
        this.keychain = keychain;
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
    public CompletableFuture<Step> redeem(Redemption form) {
        return form.code().equals("1234-5678")
                ? answer(form, opening())
                : refuse(form, Problem.of("code.unknown").at("code"));
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
        return answer("forget", new Step.Welcome());
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
