/**
 * Writes observations in the data formats of OONI (ooni/spec, df-000 to df-008), so that the tools
 * of the field can read them. What those formats have no word for stands under keys that begin with
 * {@code x_}.
 */
@NullMarked
package nadzor.probe.ooni;

import org.jspecify.annotations.NullMarked;
