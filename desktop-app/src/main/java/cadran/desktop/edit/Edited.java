package cadran.desktop.edit;

import cadran.desktop.store.EditLabel;

/**
 * An edit that is saved.
 *
 * @param rows how many rows it changed; 0 when everything already was as wanted
 */
public record Edited(EditLabel label, int rows) {}
