package nadzor.cli.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the laboratory that runs on this machine listens, and the token of those who may write to
 * it. It is told in one file that only its user can read: the one that {@code NADZOR_RUNNING}
 * names, else one in the user's runtime or cache folder.
 *
 * @param api the address of the API, such as {@code http://127.0.0.1:8080}
 * @param token the token for writes; empty where nobody may write
 */
public record Running(URI api, Optional<String> token) {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** The file in which a laboratory tells of itself, by these environment variables. */
  public static Path file(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("NADZOR_RUNNING"))
        .map(Path::of)
        .orElseGet(() -> folder(environment).resolve("nadzor").resolve("running.json"));
  }

  private static Path folder(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
        .map(Path::of)
        .filter(Files::isDirectory)
        .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".cache"));
  }

  /**
   * What the file tells; empty where there is none.
   *
   * @throws IOException if it cannot be read, or is no such file
   */
  public static Optional<Running> read(Path file) throws IOException {
    try {
      JsonNode told = JsonMapper.shared().readTree(Files.readString(file));
      URI api = URI.create(told.path("api").asString(""));
      return Optional.of(
          new Running(api, Optional.of(told.path("token").asString("")).filter(t -> !t.isEmpty())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(file + ": found no record of a running laboratory; remove the file", e);
    }
  }

  /**
   * Writes it to a file that only its owner can read, whole or not at all.
   *
   * @throws IOException if that cannot be done
   */
  public void write(Path file) throws IOException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "running", ".part", OWNER_ONLY);
    Map<String, String> told = Map.of("api", api.toString(), "token", token.orElse(""));
    Files.writeString(part, JsonMapper.shared().writeValueAsString(told));
    Path unused = Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes the file if it still tells of this laboratory, and not of a later one. */
  public void forget(Path file) throws IOException {
    if (read(file).filter(this::equals).isPresent()) {
      Files.deleteIfExists(file);
    }
  }
}
