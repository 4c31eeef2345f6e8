package nadzor.probe;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a body by its framing (RFC 9112 section 6), until it ends or the sink is full. */
final class ResponseBody {
  private static final int MAX_CHUNK_LINE = 256;
  private static final int HEX = 16;
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final Pattern CHUNK = Pattern.compile("[0-9a-fA-F]{1,15}");
  private static final Set<Integer> WITHOUT_BODY = Set.of(101, 204, 304);

  private final Inlet inlet;
  private final BodySink sink;

  ResponseBody(Inlet inlet, BodySink sink) {
    this.inlet = inlet;
    this.sink = sink;
  }

  void read(ResponseHead head) throws Failed {
    if (WITHOUT_BODY.contains(head.status())) {
      return;
    }
    List<String> codings = head.values("Transfer-Encoding");
    List<String> lengths = head.values("Content-Length").stream().distinct().toList();
    if (!codings.isEmpty()) {
      readCoded(codings);
    } else if (lengths.isEmpty()) {
      readToEnd();
    } else {
      readExactly(length(lengths));
    }
  }

  private void readCoded(List<String> codings) throws Failed {
    if (codings.size() != 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
      throw malformed("transfer coding " + codings);
    }
    long size = chunkSize();
    while (size > 0 && !sink.isFull()) {
      readExactly(size);
      size = sink.isFull() ? 0 : nextChunk();
    }
    if (!sink.isFull()) {
      ResponseHead.fields(inlet);
    }
  }

  private long nextChunk() throws Failed {
    if (!inlet.line(MAX_CHUNK_LINE).isEmpty()) {
      throw malformed("a chunk longer than it said");
    }
    return chunkSize();
  }

  private long chunkSize() throws Failed {
    String line = inlet.line(MAX_CHUNK_LINE);
    int extension = line.indexOf(';');
    String size = (extension < 0 ? line : line.substring(0, extension)).strip();
    if (!CHUNK.matcher(size).matches()) {
      throw malformed("a chunk without a size");
    }
    return Long.parseLong(size, HEX);
  }

  private static long length(List<String> lengths) throws Failed {
    if (lengths.size() != 1 || !LENGTH.matcher(lengths.get(0)).matches()) {
      throw malformed("content length " + lengths);
    }
    return Long.parseLong(lengths.get(0));
  }

  private void readExactly(long count) throws Failed {
    long left = count;
    while (left > 0 && !sink.isFull()) {
      ByteBuffer part = inlet.some(Math.min(left, sink.room())).orElseThrow(Inlet::end);
      left -= part.remaining();
      sink.take(part);
    }
  }

  private void readToEnd() throws Failed {
    boolean more = true;
    while (more && !sink.isFull()) {
      var part = inlet.some(sink.room());
      part.ifPresent(sink::take);
      more = part.isPresent();
    }
  }

  private static Failed malformed(String what) {
    return new Failed(Failure.Name.HTTP_REQUEST_FAILED, what);
  }
}
