package nadzor.web;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.stream.StreamMessage;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import nadzor.store.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is too large for memory comes and goes through files in the laboratory's own directory; each
 * is removed when its request is over. Thread-safe.
 */
record TemporaryFiles(Path directory) {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);

  private Path fresh() {
    try {
      return Files.createTempFile(directory, "body", ".part");
    } catch (IOException e) {
      throw full(e);
    }
  }

  private static Problem full(IOException e) {
    return Problem.of(
        503, "store", "The laboratory's directory does not take it", String.valueOf(e));
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} stays: {}", file, e.getMessage());
    }
  }

  /** Takes a body as it comes, never faster than it is written, and has it answered. */
  CompletableFuture<HttpResponse> take(
      ServiceRequestContext ctx, HttpRequest request, Function<Upload, HttpResponse> answer) {
    return CompletableFuture.supplyAsync(this::fresh, ctx.blockingTaskExecutor())
        .thenCompose(file -> taken(ctx, request, file, answer));
  }

  private static CompletableFuture<HttpResponse> taken(
      ServiceRequestContext ctx,
      HttpRequest request,
      Path file,
      Function<Upload, HttpResponse> answer) {
    return request
        .writeTo(TemporaryFiles::data, file)
        .exceptionally(TemporaryFiles::refuse)
        .thenApplyAsync(done -> answer.apply(new Upload(file)), ctx.blockingTaskExecutor())
        .whenComplete((done, failed) -> remove(file));
  }

  private static HttpData data(HttpObject part) {
    return part instanceof HttpData data ? data : HttpData.empty();
  }

  /** What went wrong with the file, told from what went wrong with the request. */
  private static Void refuse(Throwable thrown) {
    Throwable cause = Exceptions.peel(thrown);
    if (cause instanceof IOException e) {
      throw full(e);
    }
    throw cause instanceof RuntimeException e ? e : new CompletionException(cause);
  }

  /** Sends what is written, as fast as it is read; nothing is sent where the writing fails. */
  HttpResponse give(ServiceRequestContext ctx, ResponseHeaders headers, WholeFile.Content content) {
    Path file = fresh();
    try (OutputStream out = Files.newOutputStream(file)) {
      content.write(out);
    } catch (IOException e) {
      remove(file);
      throw full(e);
    } catch (RuntimeException e) {
      remove(file);
      throw e;
    }
    ctx.clearRequestTimeout();
    HttpResponse response = HttpResponse.of(headers, StreamMessage.of(file));
    var unused = response.whenComplete().handle((done, failed) -> removed(file));
    return response;
  }

  private static boolean removed(Path file) {
    remove(file);
    return true;
  }
}
