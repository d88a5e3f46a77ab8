package cadran.desktop.blocks;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Numbers;
import cadran.desktop.ui.Spelling;
import cadran.model.blocks.Block;
import cadran.model.blocks.BlockFile;
import cadran.model.blocks.HeldNumbers;
import cadran.model.blocks.HolderCheck;
import cadran.model.catalog.Carrier;
import cadran.model.numbers.E164;
import cadran.model.numbers.FrenchPlan;
import cadran.model.numbers.NumberingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the file says of numbers, beside the codes that the organisation knows its carriers by. It never changes. */
final class BlockHolders {
    private static final String CARRIER = "carrierId";

    private final Optional<BlockFile> file;
    private final FrenchPlan plan;
    private final Map<UUID, Set<String>> codes = new HashMap<>();
    /** What those carriers are called, by code. */
    private final Map<String, SortedSet<String>> names = new TreeMap<>();

    private final Filter same;
    private final Filter differs;

    /** Takes some milliseconds for each carrier. */
    BlockHolders(Optional<BlockFile> file, Collection<Carrier> carriers) {
        this.file = file;
        plan = NumberingPlan.shipped().french();
        for (var carrier : carriers) {
            var own = codes(carrier.holderCodes());
            if (!own.isEmpty()) {
                codes.put(carrier.id(), own);
                own.forEach(code ->
                        names.computeIfAbsent(code, any -> new TreeSet<>()).add(carrier.name()));
            }
        }
        same = ofCarriers(true);
        differs = ofCarriers(false);
    }

    private static Set<String> codes(@Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(",", -1))
                        .map(code -> code.strip().toUpperCase(Locale.ROOT))
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toSet());
    }

    private Filter ofCarriers(boolean own) {
        var filters = new ArrayList<Filter>();
        var carriers = codes.keySet().stream().collect(Collectors.groupingBy(codes::get));
        carriers.forEach((known, ids) -> filters.add(
                new Filter.All(List.of(new Filter.In(CARRIER, ids), held(code -> own == known.contains(code))))));
        return Filter.any(filters);
    }

    Optional<BlockFile> file() {
        return file;
    }

    Optional<Block> of(@Nullable String number) {
        return number == null || !E164.isCanonical(number)
                ? Optional.empty()
                : file.flatMap(read -> read.blocks().of(new E164(number)));
    }

    HolderCheck check(Optional<Block> block, @Nullable UUID carrier) {
        return HolderCheck.of(block, carrier == null ? Set.of() : codes.getOrDefault(carrier, Set.of()));
    }

    /** Whether the organisation has said by which codes the file knows the carrier. */
    boolean knows(@Nullable UUID carrier) {
        return carrier != null && codes.containsKey(carrier);
    }

    /** With the name that the organisation has for it, if it has one. */
    String named(String holder) {
        var known = names.get(holder.toUpperCase(Locale.ROOT));
        return known == null ? holder : holder + " · " + String.join(", ", known);
    }

    /** The codes that somebody means by a code, or by how a carrier's name begins. */
    Set<String> meant(String typed) {
        var meant = new TreeSet<String>();
        holders().filter(typed::equalsIgnoreCase).forEach(meant::add);
        if (meant.isEmpty()) {
            names.forEach((code, carriers) -> {
                if (carriers.stream().anyMatch(name -> begins(name, typed))) {
                    meant.add(code);
                }
            });
        }
        return meant;
    }

    /** Carriers by name first, then codes. */
    List<String> beginning(String begun, int most) {
        var offers = new TreeSet<String>();
        names.values().forEach(offers::addAll);
        return Stream.concat(offers.stream(), holders())
                .filter(offer -> begins(offer, begun))
                .limit(most)
                .toList();
    }

    private Stream<String> holders() {
        return file.stream().flatMap(read -> read.blocks().holders().stream());
    }

    private static boolean begins(String name, String typed) {
        return Spelling.plain(name).startsWith(Spelling.plain(typed));
    }

    /** Numbers whose block was allotted to such an operator, told by its code in capital letters. */
    Filter held(Predicate<String> holder) {
        return file.map(read -> Numbers.within(
                        HeldNumbers.of(read.blocks(), plan, code -> holder.test(code.toUpperCase(Locale.ROOT)))))
                .orElseGet(() -> Filter.any(List.of()));
    }

    /** Numbers at the operator that their block was allotted to. */
    Filter same() {
        return same;
    }

    /** Numbers at another one than that, where it is known what the file calls theirs. */
    Filter differs() {
        return differs;
    }
}
