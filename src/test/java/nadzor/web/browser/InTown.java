package nadzor.web.browser;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test the one running town, set back to where the story begins. */
final class InTown implements ParameterResolver, BeforeEachCallback {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(InTown.class);

  private static Town town(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .getOrComputeIfAbsent(Town.class, key -> Town.start(), Town.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Town town = town(context);
    town.write("clock/speed", "{\"speed\": 1}");
    town.populate(Town.ALMOST);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Town.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return town(context);
  }
}
