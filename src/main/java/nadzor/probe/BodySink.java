package nadzor.probe;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Counts and digests a body, keeps its beginning for the title. Not thread-safe. */
final class BodySink {
  private static final int KEPT = 64 * 1024;

  private final long limit;
  private final Hasher digest = Hashing.sha256().newHasher();
  private final ByteBuffer beginning = ByteBuffer.allocate(KEPT);
  private long length;

  BodySink(long limit) {
    this.limit = limit;
  }

  void take(ByteBuffer octets) {
    length += octets.remaining();
    digest.putBytes(octets.duplicate());
    int kept = Math.min(octets.remaining(), beginning.remaining());
    beginning.put(octets.slice(octets.position(), kept));
  }

  /** How many octets may still come. */
  long room() {
    return limit - length;
  }

  boolean isFull() {
    return room() <= 0;
  }

  /** The first octets, at most 64 KiB. */
  byte[] beginning() {
    return Arrays.copyOf(beginning.array(), beginning.position());
  }

  /** What came, with its head; ends the digest, so call it once. */
  HttpAnswer answer(ResponseHead head) {
    String text = new String(beginning.array(), 0, beginning.position(), StandardCharsets.UTF_8);
    Optional<String> title = PageTitle.of(text);
    String hash = digest.hash().toString();
    return new HttpAnswer(head.status(), head.headers(), title, length, hash, isFull());
  }
}
