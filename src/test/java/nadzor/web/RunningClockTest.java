package nadzor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nadzor.office.Change;
import nadzor.office.Ring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An office whose calendar runs, and the end of one that is watched. */
@Timeout(300)
class RunningClockTest {
  private static final String API = ServedOffice.API;
  private static final String SITE = "https://www.instagram.com/";
  private static final String SOON =
      """
      {"case": "case-meta", "authority": "A", "law": {"announced": "l", "register": "l"},
       "measure": "block", "scope": ["front"], "on": ["instagram"], "inForceFrom": "%s"}""";

  @TempDir Path directory;

  /** Ten seconds are long enough for the answer; nobody asks for anything when they are over. */
  @Test
  void whatComesIntoForceBitesWithoutAnyRequest() throws IOException, InterruptedException {
    String start = "2022-02-24T12:00:00Z";
    try (ServedOffice served =
        ServedOffice.start(ServedOffice.spec(directory, start), Duration.ofSeconds(60))) {
      String then = served.office.clock().at().plusSeconds(10).toString();
      assertEquals(201, served.post(API + "/decisions", SOON.formatted(then)).status());
      assertEquals(200, served.visit("tspu-2022", SITE));
      awaitActivation(served.office.changes());
      assertThrows(IOException.class, () -> served.visit("tspu-2022", SITE));
      assertTrue(served.standing("tspu-2022").since().toString().compareTo(then) >= 0);
    }
  }

  private static void awaitActivation(Ring<Change> changes) throws InterruptedException {
    CountDownLatch activated = new CountDownLatch(1);
    Runnable look =
        () -> {
          if (changes.latest().stream().anyMatch(RunningClockTest::isOfTheState)) {
            activated.countDown();
          }
        };
    changes.watch(look);
    look.run();
    assertTrue(activated.await(120, TimeUnit.SECONDS), "nothing came into force");
    changes.unwatch(look);
  }

  private static boolean isOfTheState(Change change) {
    return change instanceof Change.Activated one
        && one.change().network().equals("tspu-2022")
        && one.change().rules() > 1;
  }

  @Test
  void itsEndEndsWhatIsListenedTo() throws IOException, InterruptedException {
    List<Socket> open = new ArrayList<>();
    List<BufferedReader> listening = new ArrayList<>();
    try (ServedOffice served = ServedOffice.start(directory, "2022-02-24T12:00:00Z")) {
      for (String stream : List.of("/changes/stream", "/restrictions/stream", "/flows/stream")) {
        Socket socket =
            new Socket(served.server.address().address(), served.server.address().port());
        open.add(socket);
        String head = "GET " + API + stream + " HTTP/1.1\r\nHost: " + served.server.address();
        socket.getOutputStream().write((head + "\r\n\r\n").getBytes(UTF_8));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        listening.add(lines);
        assertTrue(lines.lines().anyMatch(": simulation"::equals), stream);
      }
    }
    for (BufferedReader lines : listening) {
      assertEquals(0, lines.lines().filter(line -> line.startsWith("data:")).count());
    }
    for (Socket socket : open) {
      socket.close();
    }
  }
}
