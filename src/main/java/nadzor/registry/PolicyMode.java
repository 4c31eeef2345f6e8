package nadzor.registry;

/** What a policy rule does when it fires. */
public enum PolicyMode {
  /** It proposes; somebody takes or dismisses that. */
  PROPOSE,
  /** It decides by itself. */
  DECIDE
}
