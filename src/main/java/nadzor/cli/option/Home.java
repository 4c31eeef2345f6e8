package nadzor.cli.option;

import java.nio.file.Path;

/** Where the shipped files are: the start script says so; else the working directory. */
public final class Home {
  private Home() {}

  /** A shipped file of configuration, relative where that is shorter. */
  public static Path config(String file) {
    Path config = Path.of(System.getProperty("nadzor.home", "."), "config", file).normalize();
    Path here = Path.of("").toAbsolutePath();
    return config.isAbsolute() && config.startsWith(here) ? here.relativize(config) : config;
  }
}
