package nadzor.story;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import nadzor.blocklist.Measure;
import nadzor.files.Node;
import nadzor.registry.BlockType;
import nadzor.registry.Grounds;
import nadzor.registry.Order;
import nadzor.registry.RegisterMark;
import nadzor.registry.Role;

/** Reads what given and derived decisions have in common. */
final class OrderReader {
  private static final int ARTICLE_15_3 = 3;

  Grounds grounds(Node node) {
    Node law = node.get("law");
    return new Grounds(
        law.text("announced"),
        law.text("register"),
        node.find("number").map(Node::text),
        node.find("dated").flatMap(dated -> dated.find("announced")).map(Node::date),
        node.find("dated").flatMap(dated -> dated.find("register")).map(Node::date));
  }

  Order order(Node node) {
    Set<Role> scope = EnumSet.noneOf(Role.class);
    node.texts("scope").forEach(word -> scope.add(Role.valueOf(upper(word))));
    return new Order(
        Measure.valueOf(upper(node.text("measure"))),
        scope.isEmpty() ? EnumSet.allOf(Role.class) : scope,
        node.texts("on"));
  }

  RegisterMark mark(Node node) {
    String type = node.text("block-type", BlockType.DEFAULT.word());
    return new RegisterMark(
        node.integer("entry-type", ARTICLE_15_3),
        BlockType.valueOf(upper(type).replace('-', '_')),
        node.find("included").map(Node::instant));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
