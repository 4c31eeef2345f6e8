package nadzor.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import nadzor.cli.live.Running;
import nadzor.web.WebServer;

/** Tells the commands of this user which laboratory runs, until it is closed. */
record Notice(Running running, Path file) implements AutoCloseable {
  /**
   * Tells of that server.
   *
   * @throws IOException if the file cannot be written
   */
  static Notice of(WebServer server) throws IOException {
    URI api = URI.create("http://" + server.address());
    Notice notice =
        new Notice(new Running(api, Optional.of(server.token())), Running.file(System.getenv()));
    notice.running.write(notice.file);
    return notice;
  }

  @Override
  public void close() throws IOException {
    running.forget(file);
  }
}
