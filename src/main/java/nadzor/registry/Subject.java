package nadzor.registry;

/** Whom a case or a policy rule is about. Immutable. */
public sealed interface Subject {
  /** The id of the platform or operator. */
  String id();

  /** The same for equal subjects only, as {@code operator meta}. */
  default String key() {
    return (this instanceof OfPlatform ? "platform " : "operator ") + id();
  }

  /** Whether the platform is the subject, or belongs to it. */
  boolean reaches(Platform platform);

  /** One platform. */
  record OfPlatform(String id) implements Subject {
    @Override
    public boolean reaches(Platform platform) {
      return platform.id().equals(id);
    }
  }

  /** An operator, and so all its platforms. */
  record OfOperator(String id) implements Subject {
    @Override
    public boolean reaches(Platform platform) {
      return platform.operatorId().equals(id);
    }
  }
}
