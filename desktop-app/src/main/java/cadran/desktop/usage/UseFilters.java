package cadran.desktop.usage;

import cadran.desktop.query.Filter;
import cadran.desktop.query.Numbers;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.Assignment;
import cadran.model.usage.UseGate;
import cadran.model.usage.UseMap;
import cadran.model.usage.UseVerdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Numbers by the strictest verdict on the assignments that show them and are not over, by the rules of one day. For each way
 * of calling that campaigns may have, numbers lie in spans of the plan that the gate does not tell apart.
 */
final class UseFilters {
    private final LocalDate day;
    private final Filter judged;
    private final Filter forbidden;
    private final Filter notAllowed;

    /** Asks the gate some ten thousand times. */
    UseFilters(UseGate gate, LocalDate day) {
        this.day = day;
        var campaigns = new LinkedHashMap<UseMap, List<Filter>>();
        for (var mode : DialingMode.values()) {
            for (var channel : Channel.values()) {
                campaigns
                        .computeIfAbsent(UseMap.of(gate, mode, channel, day), any -> new ArrayList<>())
                        .add(new Filter.All(List.of(
                                new Filter.Is("dialingMode", mode.name()), new Filter.Is("channel", channel.name()))));
            }
        }
        judged = shownBy(
                Filter.any(campaigns.values().stream().flatMap(List::stream).toList()));
        forbidden = Filter.any(campaigns.entrySet().stream()
                .map(each -> both(shownBy(Filter.any(each.getValue())), forbidden(each.getKey())))
                .toList());
        notAllowed = Filter.any(campaigns.entrySet().stream()
                .map(each -> both(shownBy(Filter.any(each.getValue())), notAllowed(each.getKey())))
                .toList());
    }

    LocalDate day() {
        return day;
    }

    Filter judged() {
        return judged;
    }

    Filter of(UseVerdict verdict) {
        return switch (verdict) {
            case ALLOWED -> both(judged, new Filter.Not(notAllowed));
            case TO_BE_CHECKED -> both(notAllowed, new Filter.Not(forbidden));
            case FORBIDDEN -> forbidden;
        };
    }

    /** What a campaign only takes calls with it does not show. */
    private Filter shownBy(Filter campaigns) {
        return new Filter.Having(
                Assignment.TYPE,
                "didId",
                new Filter.All(List.of(
                        new Filter.Is("outbound", true),
                        new Filter.Any(List.of(new Filter.Is("endsOn", null), new Filter.Between("endsOn", day, null))),
                        new Filter.Whose(Campaign.TYPE, "campaignId", campaigns))));
    }

    private Filter forbidden(UseMap map) {
        return new Filter.Any(List.of(
                Numbers.within(map.forbidden()), both(Numbers.within(map.forbiddenWithoutMandate()), lacksMandate())));
    }

    private Filter notAllowed(UseMap map) {
        return new Filter.Any(List.of(new Filter.Not(Numbers.within(map.allowed())), lacksMandate()));
    }

    /** Somebody else has the contract, and nobody wrote down that they agreed to that day. */
    private Filter lacksMandate() {
        var isWritten = new Filter.Not(
                new Filter.All(List.of(new Filter.Is("mandateFrom", null), new Filter.Is("mandateUntil", null))));
        var hasBegun = new Filter.Any(
                List.of(new Filter.Is("mandateFrom", null), new Filter.Between("mandateFrom", null, day)));
        var isNotOver = new Filter.Any(
                List.of(new Filter.Is("mandateUntil", null), new Filter.Between("mandateUntil", day, null)));
        return both(
                new Filter.Not(new Filter.Is("contractHolder", null)),
                new Filter.Not(new Filter.All(List.of(isWritten, hasBegun, isNotOver))));
    }

    private static Filter both(Filter one, Filter other) {
        return new Filter.All(List.of(one, other));
    }
}
