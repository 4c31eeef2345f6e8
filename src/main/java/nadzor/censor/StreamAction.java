package nadzor.censor;

/** An action on a stream. */
public interface StreamAction extends Action {
  /** What happens to the flow on which the trigger was seen. */
  StreamEffect onTrigger(Trigger trigger);
}
