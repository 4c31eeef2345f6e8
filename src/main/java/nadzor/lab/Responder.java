package nadzor.lab;

/** Answers requests: pure, quick (it runs on an event loop), thread-safe. */
@FunctionalInterface
interface Responder {
  /** The answer; for HEAD the same as for GET, the body is then left out. */
  Answer answer(Asked asked);
}
