package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import nadzor.registry.Statement;

/** Every statement that was published, whole. */
record PublicStatements(Played played) {
  Section section() {
    List<Html> parts = new ArrayList<>();
    List<Statement> statements = played.statements();
    for (int i = 0; i < statements.size(); i++) {
      parts.add(article(i, statements.get(i)));
    }
    Html all =
        parts.isEmpty()
            ? tag("p").text("No statement was published.")
            : tag("div", "statements").holding(parts);
    return Section.of("statements", "Public statements", all);
  }

  private static Html article(int number, Statement statement) {
    return tag("article", "statement")
        .with("id", anchor(number))
        .holding(
            tag("p", "kicker").text(Words.of(statement.kind()) + " · simulation"),
            tag("h3").text(statement.title()),
            tag("p", "quiet").holding(When.both(statement.publishedAt())),
            tag("div", "text").text(body(statement)),
            tag("p", "quiet").text(Statement.SIMULATION));
  }

  static String anchor(int number) {
    return "statement-" + (number + 1);
  }

  /** Without its own heading, where that stands as it should; else all of it. */
  private static String body(Statement statement) {
    String heading = Statement.SIMULATION + "\n\n" + statement.title() + "\n";
    int end = statement.text().indexOf("\n\n", heading.length());
    boolean usual = statement.text().startsWith(heading) && end > 0;
    return usual ? statement.text().substring(end).strip() : statement.text();
  }
}
