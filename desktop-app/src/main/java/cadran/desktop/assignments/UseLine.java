package cadran.desktop.assignments;

import cadran.desktop.edit.Workspace;
import cadran.desktop.ui.Desk;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Did;
import cadran.model.usage.Judgement;
import cadran.model.usage.UseVerdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Whether the law lets this campaign show this number, with the reason and its source: said, never imposed. */
final class UseLine {
    private final Desk desk;
    private final Workspace workspace;
    private final UseWords words;
    private final Label label = new Label();
    private long asked;

    UseLine(Desk desk, Workspace workspace) {
        this.desk = desk;
        this.workspace = workspace;
        words = new UseWords(desk.texts());
        label.setId("assignment-use");
        label.setWrapText(true);
        label.getStyleClass().add("use-line");
    }

    Label node() {
        return label;
    }

    /**
     * @param shown whether the number is shown at all: one that only takes calls may do so for whom it will
     * @param first the first day, of which the past has no say
     * @param last empty for good
     */
    void judge(
            Optional<UUID> did,
            Optional<UUID> campaign,
            boolean shown,
            Optional<LocalDate> first,
            Optional<LocalDate> last) {
        long now = ++asked;
        if (did.isEmpty() || campaign.isEmpty() || !shown) {
            say(List.of());
            return;
        }
        var begin = notBefore(workspace.today(), first.orElse(workspace.today()));
        desk.background()
                .run("work.load", progress -> judged(did.get(), campaign.get(), begin, last.orElse(null)), found -> {
                    if (now == asked) {
                        say(found);
                    }
                });
    }

    static LocalDate notBefore(LocalDate today, LocalDate day) {
        return day.isBefore(today) ? today : day;
    }

    /** Empty where the campaign does not say how it calls. */
    private List<Judgement.From> judged(UUID didId, UUID campaignId, LocalDate first, @Nullable LocalDate last) {
        var did = workspace.rows().read(Did.TYPE, didId);
        var campaign = workspace.rows().read(Campaign.TYPE, campaignId);
        return did == null || campaign == null ? List.of() : workspace.useGate().judge(did, campaign, first, last);
    }

    private void say(List<Judgement.From> turns) {
        for (var verdict : UseVerdict.values()) {
            label.getStyleClass().remove(UseWords.style(verdict));
        }
        if (turns.isEmpty()) {
            label.setText("");
            return;
        }
        label.getStyleClass().add(UseWords.style(turns.getFirst().judgement().verdict()));
        var reasons = words.reasons(turns);
        label.setText(words.verdicts(turns) + (reasons.isEmpty() ? "" : "\n" + reasons));
    }
}
