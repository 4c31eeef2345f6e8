package nadzor.registry;

/** Whether a case goes on. */
public enum CaseState {
  /** It does. */
  OPEN,
  /** Nothing more is demanded or decided in it. */
  CLOSED
}
