package cadran.desktop.edit;

import cadran.desktop.query.Query;
import cadran.desktop.store.Answers;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.History;
import cadran.desktop.store.RowListeners;
import cadran.desktop.store.Rows;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.ReferenceValues;
import cadran.model.catalog.Region;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.NumberingPlan;
import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.usage.OrganisationRule;
import cadran.model.usage.RuleBook;
import cadran.model.usage.UseGate;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** What an open profile offers to its features: to read, to change, and to be told of changes. */
public record Workspace(
        Rows rows,
        History history,
        Answers answers,
        Edits edits,
        RowListeners listeners,
        Author author,
        UuidV7 ids,
        InstantSource clock) {
    private static final List<EntityType<?>> NUMBERING = List.of(DialingCode.TYPE, Region.TYPE, NumberType.TYPE);

    /** Where the organisation is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), author.zone());
    }

    /** The organisation's own rows that follow from a number. Blocks for the disk. */
    public ReferenceValues referenceValues() {
        return ReferenceValues.of(NUMBERING.stream()
                .flatMap(type -> rows.list(Query.of(type)).stream())
                .map(GridRow::row)
                .toList());
    }

    /** The rules on showing numbers, the organisation's own over the shipped ones. Blocks for the disk. */
    public RuleBook ruleBook() {
        return RuleBook.of(rows.list(Query.of(OrganisationRule.TYPE)).stream()
                .map(row -> OrganisationRule.TYPE.read(row.row()))
                .toList());
    }

    /** What these rules come to. Blocks for the disk. */
    public UseGate useGate() {
        return new UseGate(NumberingPlan.shipped(), ruleBook().rules());
    }

    public boolean may(Permission permission) {
        return author.permissions().contains(permission);
    }
}
