package nadzor.flow;

import java.nio.charset.StandardCharsets;

/**
 * A name as it was seen on the wire, lower-cased and otherwise untouched, in a buffer that is used
 * again and again: the hot paths look names up without allocating. A trailing dot stays, because a
 * filter that compares octets does not match it (Censored Planet, "Throttling of Twitter in
 * Russia", 2021).
 *
 * <p>Not thread-safe: one view belongs to one flow or one event loop.
 */
public final class NameView {
  /** The longest name that can be held: what a 16-bit SNI may carry beyond it is no host name. */
  public static final int CAPACITY = 255;

  private final byte[] octets = new byte[CAPACITY];
  private int length;

  /** A view that holds this name. */
  public static NameView of(DomainName name) {
    return of(name.text());
  }

  /**
   * A view that holds this text as if it had been seen on the wire.
   *
   * @throws IllegalArgumentException if it is longer than {@link #CAPACITY}
   */
  public static NameView of(String seen) {
    NameView view = new NameView();
    for (byte octet : seen.getBytes(StandardCharsets.ISO_8859_1)) {
      if (!view.append(octet)) {
        throw new IllegalArgumentException("a name of more than " + CAPACITY + " octets");
      }
    }
    return view;
  }

  /** Forgets the name. */
  public void clear() {
    length = 0;
  }

  /** Adds one octet, in lower case; false where the view is full. */
  public boolean append(byte octet) {
    if (length == CAPACITY) {
      return false;
    }
    octets[length++] = octet >= 'A' && octet <= 'Z' ? (byte) (octet + 32) : octet;
    return true;
  }

  /**
   * Replaces the name by octets of a packet, lower-cased; false where they are too many (the view
   * is then empty).
   */
  public boolean set(byte[] from, int offset, int count) {
    clear();
    if (count > CAPACITY) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      append(from[offset + i]);
    }
    return true;
  }

  /** How many octets the name has; 0 where there is none. */
  public int length() {
    return length;
  }

  /** Whether there is no name. */
  public boolean isEmpty() {
    return length == 0;
  }

  /** The octet at {@code index}, which must be below {@link #length()}. */
  public byte at(int index) {
    return octets[index];
  }

  /** The buffer itself: only the first {@link #length()} octets mean anything. Read only. */
  public byte[] buffer() {
    return octets;
  }

  /** The name as text, for logs and pages. */
  @Override
  public String toString() {
    return new String(octets, 0, length, StandardCharsets.ISO_8859_1);
  }
}
