package nadzor.censor;

/**
 * A token bucket for each direction from the trigger on. The client sees a page that comes at a
 * crawl (Censored Planet, "Throttling of Twitter in Russia", 2021: policing, a bucket for each
 * direction, the same limit for both).
 *
 * @param rate of each direction
 */
public record Throttle(Rate rate) implements StreamAction {
  @Override
  public String name() {
    return "throttle";
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Pace(rate, rate);
  }
}
