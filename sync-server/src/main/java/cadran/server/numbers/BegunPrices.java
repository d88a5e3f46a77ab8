package cadran.server.numbers;

import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.numbers.PriceList;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.server.db.Tx;
import cadran.server.sync.Author;
import cadran.server.sync.Outcome;
import cadran.server.sync.Sync;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prices that have begun are taken into their numbers, each once: what somebody enters in a number afterwards is newer, and
 * no night takes it back.
 */
final class BegunPrices {
    private static final Logger log = LoggerFactory.getLogger(BegunPrices.class);

    private final Sync sync;

    BegunPrices(Sync sync) {
        this.sync = sync;
    }

    /** The numbers with such prices. */
    static List<UUID> concerned(Tx tx, LocalDate today) {
        return tx.handle()
                .createQuery("""
                        select distinct p.did_id from number_price p
                        where p.org_id = :org and p.starts_on <= :today and not exists (
                          select 1 from price_begun b where b.org_id = p.org_id and b.price_id = p.id)
                        order by 1
                        """)
                .bind("org", tx.organisation().value())
                .bind("today", today)
                .mapTo(UUID.class)
                .list();
    }

    List<Outcome> take(Tx tx, List<UUID> numbers, LocalDate today) {
        var intents = new ArrayList<Intent>();
        for (Row did : sync.store().lock(tx, Did.TYPE, new HashSet<>(numbers)).values()) {
            intent(tx, did, today).ifPresent(intents::add);
        }
        var apply = sync.apply();
        var outcomes = apply.run(
                tx,
                Author.server(tx.organisation()),
                intents.stream().map(intent -> apply.operation(intent, 0)).toList());
        outcomes.stream()
                .filter(outcome -> outcome.result().problem() != null)
                .forEach(outcome -> log.warn(
                        "A price is not taken into its number: {}",
                        outcome.result().problem()));
        return outcomes;
    }

    private Optional<Intent> intent(Tx tx, Row did, LocalDate today) {
        var prices = sync.store().pointingTo(tx, NumberPrice.TYPE, NumberPrice.TYPE.field("didId"), did.id());
        boolean isNew = PriceList.on(prices, today)
                .filter(price -> note(tx, price.id()))
                .isPresent();
        prices.stream().filter(price -> !PriceList.start(price).isAfter(today)).forEach(price -> note(tx, price.id()));
        return isNew ? PriceList.copied(did, prices, today) : Optional.empty();
    }

    /** Whether it was not known yet. */
    private static boolean note(Tx tx, UUID price) {
        return tx.handle()
                        .createUpdate("""
                                insert into price_begun (org_id, price_id)
                                select p.org_id, p.id from number_price p
                                where p.org_id = :org and p.id = :price and not exists (
                                  select 1 from price_begun b where b.org_id = p.org_id and b.price_id = p.id)
                                """)
                        .bind("org", tx.organisation().value())
                        .bind("price", price)
                        .execute()
                > 0;
    }
}
