/**
 * What the fuzzer feeds: one class for each reader, whose {@code fuzzerTestOneInput} throws where
 * the reader breaks a promise. {@code src/test/scripts/fuzz} runs them under Jazzer; {@link
 * nadzor.fuzz.FuzzCorpusTest} gives them everything under {@code test-data/fuzz} in every build,
 * without Jazzer's agent, which would change the classes of all tests that run beside it.
 */
@NullMarked
package nadzor.fuzz;

import org.jspecify.annotations.NullMarked;
