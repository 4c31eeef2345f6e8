package nadzor.censor;

import nadzor.flow.Sighting;

/** An action on a stream, or on a flow of datagrams. */
public interface StreamAction extends Action {
  /** What happens to the flow on which the trigger was seen. */
  StreamEffect onTrigger(Trigger trigger);

  @Override
  default boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.CLIENT_HELLO
        || on == Sighting.Kind.HTTP_HEAD
        || on == Sighting.Kind.OPAQUE;
  }
}
