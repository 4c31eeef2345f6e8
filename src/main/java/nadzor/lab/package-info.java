/** The laboratory: its world, its origins, its authority for names, its CA and its fence. */
@NullMarked
package nadzor.lab;

import org.jspecify.annotations.NullMarked;
