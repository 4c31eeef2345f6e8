package nadzor.store;

import tools.jackson.core.JsonGenerator;

/** How one kind of value is written as JSON and read back. */
interface Codec<T> {
  /**
   * Writes the value.
   *
   * @throws BadRecord if it would not be read back as it is
   */
  void write(JsonGenerator out, T value);

  /**
   * Reads the value whose first token the source stands at; stands at its last token afterwards.
   *
   * @throws BadRecord if there is something else
   */
  T read(Source in);
}
