package nadzor.store.lists;

/**
 * A file that a version was built from. Immutable.
 *
 * @param file as it was named
 * @param sha256 of its octets, 64 hexadecimal digits
 */
public record SourceFile(String file, String sha256) {}
