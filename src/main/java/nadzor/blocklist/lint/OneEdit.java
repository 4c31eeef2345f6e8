package nadzor.blocklist.lint;

/** Whether two words differ by one letter put in, left out, replaced, or swapped with the next. */
final class OneEdit {
  private OneEdit() {}

  static boolean apart(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int front = 0;
    while (front < shorter && a.charAt(front) == b.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < shorter - front
        && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
      back++;
    }
    int restA = a.length() - front - back;
    int restB = b.length() - front - back;
    boolean swapped =
        restA == 2
            && restB == 2
            && a.charAt(front) == b.charAt(front + 1)
            && a.charAt(front + 1) == b.charAt(front);
    return Math.max(restA, restB) == 1 || swapped;
  }
}
