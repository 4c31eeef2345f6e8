package nadzor.story.survey;

import nadzor.flow.DomainName;
import nadzor.probe.Site;

/**
 * What is visited. Immutable.
 *
 * @param word what it stands for, such as {@code block}: listed to be blocked
 * @param host its name; one that the world does not have is a true NXDOMAIN
 * @param path what is fetched of it
 */
public record Target(String word, DomainName host, String path) {
  Site site() {
    return new Site(host, path);
  }
}
