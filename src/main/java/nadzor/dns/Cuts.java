package nadzor.dns;

import java.util.ArrayList;
import java.util.List;

/** Pieces that are to leave a message, in their order and apart from each other. */
final class Cuts {
  private record Piece(int at, int length) {}

  private final List<Piece> pieces = new ArrayList<>();

  void add(int at, int length) {
    pieces.add(new Piece(at, length));
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** How many octets leave before this place. */
  int before(int place) {
    return pieces.stream().filter(piece -> piece.at < place).mapToInt(Piece::length).sum();
  }

  /** The message without the pieces. */
  byte[] applied(byte[] message) {
    byte[] left = new byte[message.length - before(message.length)];
    int from = 0;
    int to = 0;
    for (Piece piece : pieces) {
      System.arraycopy(message, from, left, to, piece.at - from);
      to += piece.at - from;
      from = piece.at + piece.length;
    }
    System.arraycopy(message, from, left, to, message.length - from);
    return left;
  }
}
