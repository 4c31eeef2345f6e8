package nadzor.probe;

/**
 * An Extended DNS Error (RFC 8914). Immutable.
 *
 * @param code INFO-CODE; 16 is Censored
 * @param text EXTRA-TEXT, may be empty
 */
public record ExtendedError(int code, String text) {}
