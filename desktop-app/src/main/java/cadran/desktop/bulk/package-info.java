/** Edits of many rows at once, and tables as spreadsheets write them. Pure: knows neither windows nor how a value is shown. */
@NullMarked
package cadran.desktop.bulk;

import org.jspecify.annotations.NullMarked;
