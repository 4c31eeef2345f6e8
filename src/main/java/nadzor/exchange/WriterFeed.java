package nadzor.exchange;

import java.io.IOException;

/** Hands what is read to a writer. */
final class WriterFeed implements Receiver {
  private final ListWriter writer;
  private final ConversionWatch watch;
  private final long before;

  WriterFeed(ListWriter writer, ConversionWatch watch, long before) {
    this.writer = writer;
    this.watch = watch;
    this.before = before;
  }

  @Override
  public void heading(Heading heading) {
    writer.heading(heading);
  }

  @Override
  public void item(ListItem item) throws IOException {
    writer.item(item);
  }

  @Override
  public void remark(Remark remark) throws IOException {
    watch.remark(remark);
  }

  @Override
  public void progress(long octets) {
    watch.progress(before + octets);
  }
}
