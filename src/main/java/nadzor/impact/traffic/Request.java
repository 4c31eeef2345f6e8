package nadzor.impact.traffic;

/**
 * A request of a log, ready to be judged. Immutable.
 *
 * @param name lower case, A-labels, without the root's dot; {@code .} for the root
 * @param type the query type, 1 (A) where the log tells none
 * @param url empty where the log tells none
 * @param group the client group; never an address
 * @param count how many requests the row stands for, at least 1
 * @param time when it was; not told where nobody asks for it
 */
public record Request(String name, int type, String url, String group, long count, Stamp time) {}
