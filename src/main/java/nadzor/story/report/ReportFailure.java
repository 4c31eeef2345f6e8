package nadzor.story.report;

public final class ReportFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReportFailure(String m) {
    super(m);
  }
}
