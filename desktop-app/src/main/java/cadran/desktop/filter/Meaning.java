package cadran.desktop.filter;

import cadran.desktop.query.Filter;

/** @param shown the value in a person's words */
public record Meaning(Filter filter, String shown) {}
