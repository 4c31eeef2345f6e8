package nadzor.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Thousands of questions behind one whose answer takes its time, sent in one breath. */
final class PipelineTest {
  private static final int QUESTIONS = 3_000;

  /** Netty's codec gives up a connection on which more than 128 requests wait. */
  private static final int REQUESTS = 100;

  private static final int HEAP_MEBIBYTES = 64;
  private static final byte[] SILENT = Query.of("www.silent.test");
  private static final byte[] FREE = Query.of("www.free.test");

  private final Child child;

  PipelineTest() throws IOException {
    child = Child.start(HEAP_MEBIBYTES, Settings.of("idle=5000"));
  }

  @AfterEach
  void close() throws IOException {
    child.close();
  }

  private static byte[] breath(byte[] first, int count, byte[] each) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    for (int i = 0; i < count; i++) {
      all.writeBytes(each);
    }
    return all.toByteArray();
  }

  private static byte[] posted(byte[] query) {
    return Words.join(Words.post(query.length), query);
  }

  /** Says it all on a thread of its own, so that neither side waits for the other. */
  private static DataInputStream said(Socket socket, byte[] words) throws IOException {
    socket.setSoTimeout((int) Await.SOON.toMillis());
    Thread thread = new Thread(() -> say(socket, words), "says it all");
    thread.setDaemon(true);
    thread.start();
    return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  private static void say(Socket socket, byte[] words) {
    try {
      socket.getOutputStream().write(words);
    } catch (IOException e) {
      // The reader tells.
    }
  }

  private static void assertFrames(Socket socket) throws IOException {
    DataInputStream in = said(socket, breath(Query.framed(SILENT), QUESTIONS, Query.framed(FREE)));
    int failures = 0;
    for (int i = 0; i <= QUESTIONS; i++) {
      byte[] answer = in.readNBytes(in.readUnsignedShort());
      failures += Query.rcode(answer) == Query.SERVFAIL ? 1 : 0;
    }
    assertEquals(1, failures, "the one that the upstream never answers");
  }

  @Test
  void everyQuestionOfAConnectionIsAnswered() throws IOException {
    try (Socket tcp = new Socket(child.dns().address(), child.dns().port());
        Socket tls = Trusting.connect(child.dot(), "dot")) {
      assertFrames(tcp);
      assertFrames(tls);
    }
  }

  @Test
  void everyRequestOfAConnectionIsAnswered() throws IOException {
    try (Socket https = Trusting.connect(child.doh(), "http/1.1")) {
      DataInputStream in = said(https, breath(posted(SILENT), REQUESTS, posted(FREE)));
      for (int i = 0; i <= REQUESTS; i++) {
        String head = Words.head(in);
        assertTrue(head.startsWith("HTTP/1.1 200 "), "response " + i + ": " + head);
        int rcode = Query.rcode(in.readNBytes(length(head)));
        assertEquals(i == 0 ? Query.SERVFAIL : Query.NOERROR, rcode, "response " + i);
      }
    }
  }

  private static int length(String head) {
    return Arrays.stream(head.split("\r\n", -1))
        .filter(line -> line.startsWith("content-length: "))
        .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length())))
        .sum();
  }
}
