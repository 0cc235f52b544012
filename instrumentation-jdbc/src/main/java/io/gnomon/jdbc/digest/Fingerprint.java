package io.gnomon.jdbc.digest;

/**
 * A 64-bit hash of a database system and a text, the same in every JVM and every release.
 *
 * <p>Each of the two parts is taken four UTF-16 units at a time, the first in the lowest 16 bits,
 * the last group filled with zeros, and then its length. Each group {@code g} does {@code h = (h ^
 * g) * MULTIPLIER; h ^= h >>> 32}. At the end comes the finalizer of MurmurHash3 for 64 bits
 * (Austin Appleby, public domain), so that each bit of the input reaches each bit of the result.
 * Not meant to withstand collisions made on purpose.
 */
final class Fingerprint {

  private static final long SEED = 0x676E6F6D6F6E3031L;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private Fingerprint() {}

  /** The hash of a name and of the first {@code length} units of a text. */
  static long of(String systemName, char[] text, int length) {
    long hash = SEED;
    int nameLength = systemName.length();
    for (int i = 0; i < nameLength; i += 4) {
      long group = 0;
      for (int j = Math.min(i + 4, nameLength) - 1; j >= i; j--) {
        group = group << 16 | systemName.charAt(j);
      }
      hash = step(hash, group);
    }
    hash = step(hash, nameLength);
    for (int i = 0; i < length; i += 4) {
      long group = 0;
      for (int j = Math.min(i + 4, length) - 1; j >= i; j--) {
        group = group << 16 | text[j];
      }
      hash = step(hash, group);
    }
    return finish(step(hash, length));
  }

  private static long step(long hash, long group) {
    long next = (hash ^ group) * MULTIPLIER;
    return next ^ next >>> 32;
  }

  private static long finish(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }
}
