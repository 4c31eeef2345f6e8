package nadzor.dns;

/**
 * What cached answers are found by: a question in lower case, and DO. Two of them are equal where
 * these are, whichever kind they are of.
 */
interface QuestionKey {
  /** Roughly what one entry occupies beside the answer. */
  int weight();
}
