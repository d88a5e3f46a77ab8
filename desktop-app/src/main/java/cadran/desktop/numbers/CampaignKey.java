package cadran.desktop.numbers;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.query.Filter;
import cadran.desktop.tables.Called;
import cadran.model.catalog.Campaign;
import java.util.List;
import java.util.stream.Stream;

/** Numbers by the campaigns that they work for, or are planned to. */
final class CampaignKey implements Key {
    private final Words words;
    private final Workspace workspace;

    CampaignKey(Words words, Workspace workspace) {
        this.words = words;
        this.workspace = workspace;
    }

    @Override
    public String nameKey() {
        return "field.campaignId";
    }

    @Override
    public List<String> names(Language language) {
        return List.of();
    }

    @Override
    public Meaning read(Sign sign, String value) {
        var names = Values.of(value);
        String shown = String.join(", ", names);
        var any = NumberKeys.of(new Filter.All(List.of()), workspace.today());
        if (words.is(shown, "filter.word.any")) {
            return new Meaning(any, words.usual("filter.word.any"));
        }
        if (words.is(shown, "filter.word.none")) {
            return new Meaning(new Filter.Not(any), words.usual("filter.word.none"));
        }
        var called = names.stream()
                .map(name -> Called.filter(Campaign.TYPE, "campaignId", sign, name))
                .toList();
        return new Meaning(NumberKeys.of(Filter.any(called), workspace.today()), shown);
    }

    @Override
    public List<String> offers(String begun, int most) {
        return Stream.concat(
                        workspace.rows().choices(Campaign.TYPE, begun, most).stream()
                                .map(choice -> choice.label()),
                        Stream.of(words.usual("filter.word.none")).filter(none -> none.startsWith(begun)))
                .limit(most)
                .toList();
    }
}
