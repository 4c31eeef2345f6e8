package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that has something recorded: it says where it goes and what it is. */
abstract class RecordingCommand implements Callable<Integer> {
  @Mixin Writing writing = new Writing();

  @Mixin Connection connection = new Connection();

  /** The path of the API. */
  abstract String path();

  /** What is said. */
  abstract Fields fields();

  @Override
  public final Integer call() throws IOException {
    writing.send(connection, path(), fields().body());
    return 0;
  }
}
