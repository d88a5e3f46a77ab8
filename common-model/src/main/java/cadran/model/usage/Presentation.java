package cadran.model.usage;

import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.NumberKind;

/**
 * What rules look at.
 *
 * @param dialled the number as it is dialled in France
 */
record Presentation(String dialled, NumberKind kind, DialingMode mode, Channel channel) {}
