package nadzor.lab;

import java.util.Optional;

/**
 * What a block page tells; plain text, nothing is markup. Immutable.
 *
 * @param host as the client named it
 * @param authority who decided
 * @param decision its number and date
 * @param caseName the case's name
 * @param legalBasis as the decision cites it
 * @param statement the public statement; an empty line starts a new paragraph
 */
public record BlockNotice(
    String host,
    Optional<String> authority,
    Optional<String> decision,
    Optional<String> caseName,
    Optional<String> legalBasis,
    String statement) {}
