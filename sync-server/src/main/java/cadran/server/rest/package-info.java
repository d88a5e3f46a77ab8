/** The REST API over every synced table, its OpenAPI document and the page to read it. */
@NullMarked
package cadran.server.rest;

import org.jspecify.annotations.NullMarked;
