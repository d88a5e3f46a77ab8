package cadran.desktop.blocks;

import cadran.desktop.filter.Key;
import cadran.desktop.filter.Meaning;
import cadran.desktop.filter.Sign;
import cadran.desktop.filter.Values;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Numbers by who their block was allotted to: a code of the regulator's, or a carrier that has it. */
final class HolderKey implements Key {
    private final Words words;
    private final BlocksController controller;

    HolderKey(Texts texts, BlocksController controller) {
        this.words = new Words(texts);
        this.controller = controller;
    }

    @Override
    public String nameKey() {
        return "filter.holder";
    }

    @Override
    public List<String> names(Language language) {
        return words.all(language, "filter.holder.names");
    }

    @Override
    public Meaning read(Sign sign, String value) {
        var holders = ready(controller);
        var typed = Values.of(value);
        String shown = String.join(", ", typed);
        if (words.is(shown, "filter.word.any")) {
            return new Meaning(holders.held(any -> true), words.usual("filter.word.any"));
        }
        if (words.is(shown, "filter.word.none")) {
            return new Meaning(new Filter.Not(holders.held(any -> true)), words.usual("filter.word.none"));
        }
        var codes = new TreeSet<String>();
        typed.forEach(each -> codes.addAll(meant(holders, each)));
        return new Meaning(holders.held(codes::contains), shown);
    }

    private static Set<String> meant(BlockHolders holders, String typed) {
        var meant = holders.meant(typed);
        if (meant.isEmpty()) {
            throw Problem.of("blocks.unknown_holder").with("value", typed).asException();
        }
        return meant;
    }

    /** Throws the problem with asking now. */
    static BlockHolders ready(BlocksController controller) {
        var problem = controller.notReady();
        if (problem != null) {
            throw problem.asException();
        }
        return Objects.requireNonNull(controller.inMemory());
    }

    @Override
    public List<String> offers(String begun, int most) {
        return controller.beginning(begun, most);
    }
}
