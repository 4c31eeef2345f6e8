package nadzor.flow;

/** Which way octets travel on a flow. */
public enum Direction {
  /** From who opened the flow. */
  FROM_CLIENT,
  /** Towards who opened the flow. */
  FROM_SERVER
}
