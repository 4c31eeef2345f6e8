package nadzor.office;

/**
 * What one network applies after a change. Immutable.
 *
 * @param network its name
 * @param version the number in force
 * @param rules how many it has
 * @param added rules that it did not have before
 * @param removed rules that it had
 */
public record NetworkChange(String network, long version, int rules, int added, int removed) {}
