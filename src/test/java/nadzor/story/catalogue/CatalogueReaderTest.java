package nadzor.story.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nadzor.files.BadFile;
import nadzor.story.profile.ProfileFile;
import nadzor.story.survey.SurveyNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {
  private static final Path PROFILES = Path.of("config/profiles").toAbsolutePath();

  @TempDir Path folder;

  private Catalogue read(String cell) throws IOException {
    String text =
        """
        catalogue: made-up
        about: Made up.
        profile: %s
        sources: {one: "Somebody, 2022"}
        cells:
          - {technique: plain, expected: blocked(tls), source: one, tag: A}
          - {%s}
        """;
    Path profile = PROFILES.resolve("tspu-2022.yaml");
    Files.writeString(folder.resolve("made-up.yaml"), text.formatted(profile, cell));
    return new CatalogueReader(0.1).read(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "technique: magic, expected: pass, source: one, tag: A|'magic'|a technique that exists",
        "technique: no-sni, expected: ok, source: one, tag: A|'ok'|one of pass, slow",
        "technique: no-sni, expected: pass, source: two, tag: A|'two'|a key of sources",
        "technique: no-sni, target: moon, expected: pass, source: one, tag: A|target 'moon'|one of",
        "technique: no-sni, expected: pass, source: one, tag: Z|\"Z\"|one of",
        "technique: no-sni, expected: pass, source: one|no 'tag'|key 'tag'",
        "technique: plain, expected: pass, source: one, tag: A|a second line on plain|one line",
        "technique: no-sni, expected: pass, source: one, tag: A, so: what|unknown key 'so'|technique",
      })
  void whatIsWrongIsToldWithItsPlace(String cell, String found, String expected) {
    BadFile bad = assertThrows(BadFile.class, () -> read(cell));
    String message = bad.problems().get(0).toString();
    assertTrue(message.contains("made-up.yaml:"), message);
    assertTrue(message.contains(found), message);
    assertTrue(message.contains(expected), message);
  }

  @Test
  void listsStandForEachOfTheirs() throws IOException {
    Catalogue catalogue =
        read(
            "technique: [no-sni, ech], target: [block, neutral], expected: pass, source: one, tag: C");
    assertEquals(5, catalogue.cells().size());
    assertEquals("Somebody, 2022", catalogue.cells().get(4).source());
    assertEquals(
        List.of("made-up"), catalogue.networks().stream().map(SurveyNetwork::name).toList());
  }

  @Test
  void whatIsWantedKeepsItsNetworkOnly() {
    Catalogue shipped = new CatalogueReader(0.1).read(Path.of("test-data/catalogue"));
    Catalogue part =
        shipped.only(cell -> cell.network().equals("ladder-3") && cell.target().equals("block"));
    assertEquals(List.of("ladder-3"), part.networks().stream().map(SurveyNetwork::name).toList());
    assertTrue(part.cells().size() >= 8, part.cells().size() + " cells");
  }

  /** No profile is shipped of which the catalogue says nothing but that controls hold. */
  @Test
  void theCatalogueSpeaksOfEveryShippedProfile() {
    Catalogue shipped = new CatalogueReader(0.1).read(Path.of("test-data/catalogue"));
    for (ProfileFile file : ProfileFile.all(PROFILES)) {
      long said =
          shipped.cells().stream()
              .filter(cell -> cell.network().equals(file.profile().name()))
              .filter(cell -> !cell.source().startsWith("OONI ts-"))
              .count();
      assertTrue(said >= 3, file.profile().name() + ": " + said + " cells");
    }
  }
}
