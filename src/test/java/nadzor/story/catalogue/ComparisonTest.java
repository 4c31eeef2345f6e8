package nadzor.story.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nadzor.files.Position;
import nadzor.probe.Outcome;
import nadzor.story.survey.Errand;
import nadzor.story.survey.MadeUp;
import nadzor.story.survey.SurveyResult;
import nadzor.story.survey.SurveyWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Errand ERRAND = MadeUp.errand("n", SurveyWorld.BLOCK, "plain");

  @ParameterizedTest
  @CsvSource({
    "pass,         '',   ok,            AGREES",
    "pass,         '',   slow,          DIFFERS",
    "pass,         '',   blocked(tls),  DIFFERS",
    "pass,         '',   unsure,        DIFFERS",
    "pass,         '',   down,          DIFFERS",
    "slow,         '',   slow,          AGREES",
    "slow,         '',   ok,            DIFFERS",
    "down,         '',   down,          AGREES",
    "down,         '',   blocked(tcp),  DIFFERS",
    "blocked,      '',   blocked(http), AGREES",
    "blocked,      '',   ok,            DIFFERS",
    "blocked(tls), '',   blocked(tls),  AGREES",
    "blocked(tls), '',   blocked(dns),  DIFFERS",
    "pass,         '',   not measured: no way for datagrams here, NOT_MEASURED",
    // a documented limit that is gone makes the file wrong
    "pass,         slow, slow,          LIMIT",
    "pass,         slow, ok,            DIFFERS",
    "pass,         slow, blocked(tls),  DIFFERS",
  })
  void holdsOneAgainstTheOther(
      String expected, String limit, String found, Comparison.Standing standing) {
    Optional<CatalogueCell.Limit> documented =
        Optional.of(limit)
            .filter(text -> !text.isEmpty())
            .map(text -> new CatalogueCell.Limit(new Expectation(text), "so"));
    assertEquals(
        standing,
        Comparison.standing(
            Outcome.parse(found).orElseThrow(), new Expectation(expected), documented));
  }

  @Test
  void otherWordsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Expectation("ok"));
    assertThrows(IllegalArgumentException.class, () -> new Expectation("blocked(somewhere)"));
  }

  private static CatalogueCell cell(String technique, CatalogueCell.Practice practice) {
    return new CatalogueCell(
        "n",
        technique,
        "block",
        new Expectation("pass"),
        "Somebody, 2022",
        CatalogueCell.Tag.B,
        practice,
        new Position("made-up.yaml", 1, 1));
  }

  private static Comparison comparison(String outcome, boolean reached) {
    Catalogue catalogue =
        new Catalogue(
            List.of(),
            List.of(),
            List.of(
                cell("plain", new CatalogueCell.Runs(ERRAND, Optional.empty())),
                cell("ip-fragments", new CatalogueCell.NotHere("needs packets"))));
    SurveyResult result =
        MadeUp.result(
            List.of("n"),
            List.of(ERRAND),
            reached ? List.of(MadeUp.surveyed(ERRAND, "reset at tls", 1, outcome)) : List.of(),
            reached);
    return Comparison.of(catalogue, result);
  }

  @Test
  void countsAndPrintsWhatItIs() {
    String text = new ComparisonTable(comparison("blocked(tls)", true)).text();
    assertTrue(text.contains("blocked(tls)   differ\n      reset at tls\n"), text);
    assertTrue(text.contains("not representable here\n      needs packets\n"), text);
    assertTrue(text.endsWith("1 differ, 1 not representable here\n"), text);
    String json = new ComparisonDocument(comparison("ok", true)).json();
    assertTrue(json.contains("\"standing\" : \"agree\""), json);
    assertTrue(json.contains("\"not-representable\" : \"needs packets\""), json);
  }

  @Test
  void whatWasNotReachedIsNoDifference() {
    Comparison cut = comparison("ok", false);
    assertEquals(1, cut.standing(Comparison.Standing.NOT_REACHED).size());
    assertEquals(0, cut.standing(Comparison.Standing.DIFFERS).size());
  }
}
