package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpRequestWriter;
import com.linecorp.armeria.common.RequestHeaders;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final Answer REFUSAL = Answer.of(Problem.of(403, "origin", "No", "not from here"));

  @Test
  void aRefusalComesAfterTheBodySoThatTheStreamIsNotReset() {
    HttpRequestWriter request = posting(4);
    CompletableFuture<AggregatedHttpResponse> answer = REFUSAL.after(request).aggregate();
    request.write(HttpData.ofUtf8("{\"a\""));
    assertFalse(answer.isDone());
    request.close();
    assertEquals(403, answer.join().status().code());
  }

  @Test
  void aRefusalComesAfterABodyThatBrokeOff() {
    HttpRequestWriter request = posting(4);
    CompletableFuture<AggregatedHttpResponse> answer = REFUSAL.after(request).aggregate();
    request.close(new IllegalStateException("gone"));
    assertEquals(403, answer.join().status().code());
  }

  @Test
  void aLongBodyAndNoneAreNotWaitedFor() {
    for (long length : new long[] {0, (1 << 20) + 1}) {
      assertEquals(403, REFUSAL.after(posting(length)).aggregate().join().status().code());
    }
    HttpRequestWriter untold = HttpRequest.streaming(HttpMethod.POST, "/api/v1/violations");
    assertEquals(403, REFUSAL.after(untold).aggregate().join().status().code());
  }

  private static HttpRequestWriter posting(long length) {
    return HttpRequest.streaming(
        RequestHeaders.builder(HttpMethod.POST, "/api/v1/violations")
            .contentLength(length)
            .build());
  }
}
