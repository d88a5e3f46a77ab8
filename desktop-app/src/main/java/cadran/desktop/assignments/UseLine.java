package cadran.desktop.assignments;

import cadran.desktop.edit.Workspace;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Did;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberingPlan;
import cadran.model.usage.Judgement;
import cadran.model.usage.PresentedNumber;
import cadran.model.usage.UseGate;
import cadran.model.usage.UseRule;
import cadran.model.usage.UseVerdict;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Whether the law lets this campaign show this number, with the reason and its source: said, never imposed. */
final class UseLine {
    private final Desk desk;
    private final Workspace workspace;
    private final Label label = new Label();
    private long asked;

    UseLine(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        label.setId("assignment-use");
        label.setWrapText(true);
        label.getStyleClass().add("use-line");
    }

    Label node() {
        return label;
    }

    /** @param shown whether the number is shown at all: one that only takes calls may do so for whom it will */
    void judge(Optional<UUID> did, Optional<UUID> campaign, boolean shown) {
        long now = ++asked;
        if (did.isEmpty() || campaign.isEmpty() || !shown) {
            say(null);
            return;
        }
        desk.background().run("work.load", progress -> judged(did.get(), campaign.get()), found -> {
            if (now == asked) {
                say(found.orElse(null));
            }
        });
    }

    /** Empty where the campaign does not say how it calls. */
    private Optional<Judgement> judged(UUID didId, UUID campaignId) {
        var did = workspace.rows().read(Did.TYPE, didId);
        var campaign = workspace.rows().read(Campaign.TYPE, campaignId);
        if (did == null || campaign == null) {
            return Optional.empty();
        }
        var mode = campaign.dialingMode();
        var channel = campaign.channel();
        if (mode == null || channel == null || !E164.isCanonical(did.e164())) {
            return Optional.empty();
        }
        var number =
                new PresentedNumber(new E164(did.e164()), did.contractHolder(), did.mandateFrom(), did.mandateUntil());
        var gate = new UseGate(NumberingPlan.shipped(), UseRule.shipped());
        return Optional.of(gate.judge(number, mode, channel, workspace.today()));
    }

    private void say(@Nullable Judgement judgement) {
        for (var verdict : UseVerdict.values()) {
            label.getStyleClass().remove(style(verdict));
        }
        if (judgement == null) {
            label.setText("");
            return;
        }
        var texts = desk.texts();
        label.getStyleClass().add(style(judgement.verdict()));
        label.setText(texts.get("use.verdict." + judgement.verdict().name().toLowerCase(Locale.ROOT))
                + judgement.reasons().stream()
                        .map(reason -> "\n" + texts.problem(reason))
                        .collect(Collectors.joining()));
    }

    private static String style(UseVerdict verdict) {
        return "use-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
