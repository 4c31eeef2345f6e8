package nadzor.web;

import java.util.List;
import nadzor.office.View;
import nadzor.registry.Language;
import nadzor.registry.Published;
import nadzor.registry.Statement;
import nadzor.registry.Statements;
import tools.jackson.databind.node.ObjectNode;

/** Statements in the language that the call asks for, as known, and published by then. */
record Spoken(View view, Language language) {
  static Spoken of(Call call, View view) {
    boolean russian = call.query("lang").filter("ru"::equals).isPresent();
    return new Spoken(view, russian ? Language.RUSSIAN : Language.ENGLISH);
  }

  /** So many of them, the last first, without the first of these. */
  Published newest(int without, int most) {
    return statements().newest(view.at(), without, most);
  }

  List<Statement> onDecision(String id) {
    return statements().onDecision(id).stream()
        .filter(one -> !one.publishedAt().isAfter(view.at()))
        .toList();
  }

  private Statements statements() {
    return new Statements(view.registry(), language);
  }

  ObjectNode json(Statement statement) {
    return RegisterShape.statement(statement, language.code());
  }
}
