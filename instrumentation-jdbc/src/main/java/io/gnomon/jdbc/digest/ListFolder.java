package io.gnomon.jdbc.digest;

/**
 * Makes one shape of lists that differ only in their length: {@code IN (?, ?)} becomes {@code IN
 * (?)}, a row of markers {@code (?)}, and a row equal to the one before it goes. Told of every
 * token after it was written; takes text back where a list closes. For one thread at a time.
 */
final class ListFolder {

  /** Parentheses nested deeper than this are kept as they are. */
  static final int MAX_DEPTH = 64;

  private static final int NONE = -1;
  private static final byte OTHER = 0;
  private static final byte IN_LIST = 1;
  private static final byte ROW = 2;

  private final DigestBuffer out;

  /** Where a parenthesis stands, and where its row starts: there, or at ROW before it. */
  private final int[] opened = new int[MAX_DEPTH + 1];

  private final int[] starts = new int[MAX_DEPTH + 1];
  private final byte[] kinds = new byte[MAX_DEPTH + 1];
  private final boolean[] onlyValues = new boolean[MAX_DEPTH + 1];

  /** The last complete row at a depth, while nothing but a comma has followed it. */
  private final int[] rowStarts = new int[MAX_DEPTH + 1];

  private final int[] rowEnds = new int[MAX_DEPTH + 1];
  private int depth;
  private int tooDeep;
  private boolean rowExpected;

  /** Where a ROW stands that a parenthesis has to follow. */
  private int rowWord;

  private int foldable;

  ListFolder(DigestBuffer out) {
    this.out = out;
  }

  void reset() {
    depth = 0;
    tooDeep = 0;
    foldable = 0;
    rowExpected = false;
    rowWord = NONE;
    kinds[0] = OTHER;
    onlyValues[0] = false;
    rowEnds[0] = NONE;
  }

  /** Whether nothing that is still to come could take back what stands. */
  boolean isSettled() {
    return foldable == 0 && rowEnds[depth] == NONE;
  }

  /** MySQL's ROW, written at {@code start}. */
  void row(int start) {
    if (rowExpected && rowWord == NONE) {
      rowWord = start;
    } else {
      other(false);
    }
  }

  /** A word, a name, an operator or punctuation other than a comma or a parenthesis. */
  void other(boolean startsRows) {
    if (tooDeep == 0) {
      rowWord = NONE;
      onlyValues[depth] = false;
      rowEnds[depth] = NONE;
      rowExpected = startsRows;
    }
  }

  void value() {
    if (tooDeep == 0) {
      rowWord = NONE;
      rowEnds[depth] = NONE;
      rowExpected = false;
    }
  }

  void comma() {
    rowWord = NONE;
    rowExpected = tooDeep == 0 && (rowEnds[depth] != NONE || kinds[depth] == IN_LIST);
  }

  /** A parenthesis that was written at {@code start}; {@code afterIn}: right after IN. */
  void open(int start, boolean afterIn) {
    if (tooDeep > 0 || depth == MAX_DEPTH) {
      tooDeep++;
      return;
    }
    boolean row = rowExpected;
    if (!row) {
      onlyValues[depth] = false;
      rowEnds[depth] = NONE;
    }
    depth++;
    opened[depth] = start;
    starts[depth] = row && rowWord != NONE ? rowWord : start;
    rowWord = NONE;
    kinds[depth] = row ? ROW : afterIn ? IN_LIST : OTHER;
    foldable += kinds[depth] == OTHER ? 0 : 1;
    onlyValues[depth] = true;
    rowEnds[depth] = NONE;
    rowExpected = afterIn && !row;
  }

  /** Called before the closing parenthesis is written. */
  void beforeClose() {
    if (tooDeep == 0) {
      foldValues();
    }
  }

  /** Called once the closing parenthesis stands. */
  void close() {
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    rowExpected = false;
    rowWord = NONE;
    if (depth == 0) {
      other(false);
      return;
    }
    byte kind = kinds[depth];
    foldable -= kind == OTHER ? 0 : 1;
    int start = starts[depth--];
    if (kind == ROW) {
      closeRow(start);
    } else {
      onlyValues[depth] = false;
      rowEnds[depth] = NONE;
    }
  }

  private void closeRow(int start) {
    onlyValues[depth] = false;
    int end = out.length();
    int lastEnd = rowEnds[depth];
    if (lastEnd != NONE) {
      int lastStart = rowStarts[depth];
      if (end - start == lastEnd - lastStart && out.same(lastStart, start, end - start)) {
        out.truncate(lastEnd);
        return;
      }
    }
    rowStarts[depth] = start;
    rowEnds[depth] = end;
  }

  /** Folds what the end of a statement left open: a list cut in two is of the same shape. */
  void finish() {
    if (tooDeep > 0) {
      return;
    }
    for (int i = 0; i <= depth; i++) {
      if (rowEnds[i] != NONE && (i == depth || kinds[i + 1] == ROW)) {
        out.truncate(rowEnds[i]);
        return;
      }
    }
    foldValues();
  }

  private void foldValues() {
    int first = opened[depth] + 1;
    boolean foldsHere = depth > 0 && kinds[depth] != OTHER && onlyValues[depth];
    if (foldsHere && first < out.length() && out.charAt(first) == '?') {
      out.truncate(first + 1);
    }
  }
}
