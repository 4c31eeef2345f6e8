package nadzor.impact;

import nadzor.blocklist.Blocklist;

/**
 * A version of the list with a name for people. Immutable.
 *
 * @param name such as a file's name
 * @param list the compiled version
 */
public record ListVersion(String name, Blocklist list) {}
