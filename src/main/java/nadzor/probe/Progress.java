package nadzor.probe;

/**
 * How far a round is.
 *
 * @param done cells measured, this one included
 * @param total cells of the round
 * @param latest what was just seen
 */
public record Progress(int done, int total, Observation latest) {}
