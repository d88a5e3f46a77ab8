package cadran.desktop.bench;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.query.Sort;
import cadran.desktop.tables.TableFilter;
import cadran.model.catalog.Campaign;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import java.util.ArrayList;
import java.util.List;

/** What people ask of their numbers: lines as they type them, and clicks on columns. */
record GridQueries(TableFilter grammar) {
    private static final Sort BY_NUMBER = Sort.up("e164");

    List<Query> all() {
        return List.of(
                sorted(""),
                sorted("", Sort.down("e164")),
                sorted("", Sort.up("status")),
                sorted("", Sort.down("monthlyCost")),
                sorted("", Sort.up("description")),
                sorted("", Sort.down("carrierReference")),
                sorted("", Sort.up("customerId")),
                sorted("", Sort.down("activatedOn")),
                sorted("statut:disponible"),
                sorted("statut:disponible région:IDF"),
                sorted("statut:disponible région:IDF", Sort.down("monthlyCost")),
                sorted("statut:utilisé opérateur:orange type:GEO"),
                sorted("-statut:utilisé -statut:disponible"),
                sorted("client:aucun statut:assigné"),
                sorted("client:clairval"),
                sorted("client:clairval", Sort.up("customerId"), Sort.up("status")),
                sorted("dupont"),
                sorted("assurances abélia"),
                sorted("transports -statut:disponible", Sort.up("regionId")),
                sorted("01 99 00"),
                sorted("4711"),
                sorted("+33 1 99 00 12"),
                sorted("4711 statut:disponible", Sort.down("acquiredOn")),
                sorted("coût>2", Sort.up("monthlyCost")),
                sorted("coût:0,5..0,6 statut:disponible"),
                sorted("acquis:2024", Sort.up("acquiredOn")),
                sorted("acquis<2020 tag:rempli"),
                sorted("tag:vip", Sort.up("tags")),
                working(new Filter.Text("2026")),
                working(new Filter.Text("recouvrement")).where(read("statut:utilisé")));
    }

    private Query sorted(String line, Sort... order) {
        var sorts = new ArrayList<>(List.of(order));
        sorts.add(BY_NUMBER);
        return Query.unordered(Did.TYPE).where(read(line)).sortedBy(sorts.toArray(Sort[]::new));
    }

    private List<Filter> read(String line) {
        return grammar.read(line).orElseThrow(() -> new IllegalStateException(line));
    }

    /** In a campaign that is called so. */
    private Query working(Filter called) {
        return sorted("")
                .where(new Filter.Having(
                        Assignment.TYPE,
                        "didId",
                        new Filter.All(List.of(
                                new Filter.Is("endsOn", null),
                                new Filter.Whose(Campaign.TYPE, "campaignId", called)))));
    }
}
