package nadzor.web;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;

/**
 * One operation of the API. Immutable.
 *
 * @param method how
 * @param path where, as the document has it
 * @param handler who answers
 * @param load how much it is to carry
 */
record Way(HttpMethod method, String path, Handler handler, Load load) {
  private static final String API = "/api/v1";

  /** How much an operation is to carry. */
  enum Load {
    /** JSON, answered at once. */
    USUAL,
    /** Works through a whole list. */
    HEAVY,
    /** Takes a file as its body. */
    UPLOAD
  }

  Way(HttpMethod method, String path, Handler handler) {
    this(method, path, handler, Load.USUAL);
  }

  /** Answers a call that was admitted and whose parameters and body are as the document says. */
  @FunctionalInterface
  interface Handler {
    /** On a thread that may block. */
    HttpResponse answer(Call call);
  }

  /** Answers with JSON. */
  @FunctionalInterface
  interface Speaker {
    /** On a thread that may block. */
    Answer answer(Call call);
  }

  static Way get(String path, Speaker speaker) {
    return new Way(HttpMethod.GET, API + path, call -> speaker.answer(call).response());
  }

  static Way stream(String path, Handler handler) {
    return new Way(HttpMethod.GET, API + path, handler);
  }

  static Way post(String path, Speaker speaker) {
    return writing(HttpMethod.POST, path, speaker);
  }

  static Way put(String path, Speaker speaker) {
    return writing(HttpMethod.PUT, path, speaker);
  }

  static Way delete(String path, Speaker speaker) {
    return writing(HttpMethod.DELETE, path, speaker);
  }

  private static Way writing(HttpMethod method, String path, Speaker speaker) {
    return new Way(method, API + path, call -> call.once(speaker).response());
  }

  /** The same, carrying more. */
  Way with(Load more) {
    return new Way(method, path, handler, more);
  }

  boolean writes() {
    return method != HttpMethod.GET;
  }

  /** As the document's list of operations has it. */
  String title() {
    return method.name() + " " + path;
  }
}
