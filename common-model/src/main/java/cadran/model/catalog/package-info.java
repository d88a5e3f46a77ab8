/** The tables that numbers refer to: dialling codes, regions, carriers, customers, campaigns and their kin. */
@NullMarked
package cadran.model.catalog;

import org.jspecify.annotations.NullMarked;
