/**
 * The case registry: violations, cases, demands, decisions, statements, policy and the register.
 */
@NullMarked
package nadzor.registry;

import org.jspecify.annotations.NullMarked;
