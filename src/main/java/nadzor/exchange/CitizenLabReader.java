package nadzor.exchange;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A test list of the Citizen Lab: URLs to be measured, with category, date, source and notes. */
final class CitizenLabReader implements LineFormat {
  static final String HEAD = "url,category_code,category_description,date_added,source,notes";
  private static final int COLUMNS = 6;

  @Override
  public void line(String text, Intake in) throws IOException {
    if (text.isBlank() || (in.line() == 1 && text.equals(HEAD))) {
      return;
    }
    List<CsvRow.Field> fields = CsvRow.split(text, ',').orElse(List.of());
    if (fields.size() != COLUMNS) {
      in.refuse(Fault.SHAPE, 1, fields.size() + " columns", COLUMNS + ": " + HEAD);
      return;
    }
    checkDate(fields.get(3), in);
    Optional<Target.Url> url = Locating.url(fields.get(0).text(), fields.get(0).column(), in);
    if (url.isPresent()) {
      TestSite site =
          new TestSite(
              fields.get(1).text(),
              fields.get(2).text(),
              fields.get(3).text(),
              fields.get(4).text(),
              fields.get(5).text());
      in.item(
          new ListItem(
              url.get(), Prescription.of(Act.MEASURE), site, in.spot(1), Optional.empty(), text));
    }
  }

  private static void checkDate(CsvRow.Field field, Intake in) throws IOException {
    try {
      LocalDate.parse(field.text());
    } catch (DateTimeParseException e) {
      in.note(
          Fault.VALUE,
          field.column(),
          "date '" + Remark.shown(field.text()) + "'",
          "a date as 2022-02-24");
    }
  }
}
