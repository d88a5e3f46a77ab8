package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Days;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Words;
import cadran.desktop.filter.YesNoKey;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.desktop.tables.TableFilter;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.ownfields.OwnValue;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What numbers can be narrowed by that stands in no field of theirs. */
final class NumberKeys {
    private NumberKeys() {}

    static TableFilter filter(Texts texts, Workspace workspace, List<Key> more, Supplier<List<Key>> ownFields) {
        var words = new Words(texts);
        var days = new Days(words, workspace::today);
        var own = Stream.<Key>of(
                new CampaignKey(words, workspace),
                new YesNoKey(
                                words,
                                "filter.resting",
                                "filter.resting.names",
                                () -> new Filter.Between("restsUntil", workspace.today(), null))
                        .until("restsUntil", days),
                new UnusedKey(texts, words, workspace),
                new SinceKey(words, days),
                new ReservedKey(words, days, workspace));
        var keys = Stream.concat(own, more.stream()).toList();
        return new TableFilter(
                texts,
                workspace,
                Did.TYPE,
                keys,
                ownFields,
                word -> List.of(
                        of(new Filter.Whose(Campaign.TYPE, "campaignId", word), workspace.today()),
                        new Filter.Having(OwnValue.TYPE, "didId", word)));
    }

    /** Numbers that work for such campaigns, or are planned to. */
    static Filter of(Filter assignments, LocalDate today) {
        var isNotOver =
                new Filter.Any(List.of(new Filter.Is("endsOn", null), new Filter.Between("endsOn", today, null)));
        return new Filter.Having(Assignment.TYPE, "didId", new Filter.All(List.of(isNotOver, assignments)));
    }
}
