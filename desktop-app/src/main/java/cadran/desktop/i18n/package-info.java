/** Texts in French and English, and the formats of each language. */
@NullMarked
package cadran.desktop.i18n;

import org.jspecify.annotations.NullMarked;
