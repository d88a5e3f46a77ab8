package cadran.model.organisations;

import java.util.List;

/** A short list as an answer. An object, so that a later version can say more about it. */
public record Items<T>(List<T> items) {}
