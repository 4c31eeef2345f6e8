package nadzor.censor;

import nadzor.flow.Sighting;

/** Whether a line that could hit does this time. */
interface Favour {
  /**
   * Always, for a line without a chance of its own.
   *
   * @param index of the line among those on this kind of sighting
   */
  boolean favours(ProfileRule line, int index, Sighting sighting, Scene scene);
}
