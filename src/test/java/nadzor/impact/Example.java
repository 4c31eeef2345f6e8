package nadzor.impact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.censor.Profile;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.Progress;
import nadzor.impact.traffic.Timing;
import nadzor.impact.traffic.TrafficFile;
import nadzor.story.profile.ProfileFile;

/** The update of 10 March 2021, and what replays it. */
final class Example {
  static final Path DATA = Path.of("test-data/impact");

  private Example() {}

  static Profile profile(String name) {
    return ProfileFile.read(Path.of("config/profiles", name + ".yaml")).profile();
  }

  static Replay replay(Measure measure, List<View> views) throws IOException {
    return replay(measure, views, Optional.empty());
  }

  static Replay replay(Measure measure, List<View> views, Optional<Timing> timing)
      throws IOException {
    return new Replay(
        new AnyList().read(DATA.resolve("tco-from.txt"), measure, 1),
        new AnyList().read(DATA.resolve("tco-to.txt"), measure, 2),
        views,
        Controls.read(DATA.resolve("controls.txt")),
        timing,
        Naming.PLAIN,
        20);
  }

  static Impact run(Replay replay, Engine engine, Path... files) throws IOException {
    return replay.run(
        List.of(files).stream().map(TrafficFile::of).toList(),
        engine,
        new Resources(500, 2, 1_000_000),
        new ClientGroups(1, 2),
        Progress.NONE);
  }
}
