package io.gnomon.core.attributes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of a series or an event: distinct keys in ascending order, each with a {@code String},
 * {@code Long}, {@code Double} or {@code Boolean} value. Immutable, so safe for any thread.
 */
public final class AttributeSet {

  /** No attributes. */
  public static final AttributeSet EMPTY = new AttributeSet(new String[0], new Object[0]);

  private final String[] keys;
  private final Object[] values;
  private final int hash;

  /** Not volatile: who does not see it makes it anew. */
  private @Nullable Object converted;

  private AttributeSet(String[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
    this.hash = 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
  }

  /**
   * A builder; not thread-safe.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How many attributes there are.
   *
   * @return the number, 0 or more
   */
  public int size() {
    return keys.length;
  }

  /**
   * The key at an index.
   *
   * @param index 0 to {@link #size()} - 1, in ascending order of keys
   * @return the key
   */
  public String key(int index) {
    return keys[index];
  }

  /**
   * The value at an index.
   *
   * @param index 0 to {@link #size()} - 1
   * @return a {@code String}, {@code Long}, {@code Double} or {@code Boolean}
   */
  public Object value(int index) {
    return values[index];
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @return its value, or null if there is no such key
   */
  public @Nullable Object get(String key) {
    int index = Arrays.binarySearch(keys, key);
    return index < 0 ? null : values[index];
  }

  /**
   * What an exporter made of these attributes, which lives as long as they do. Any thread.
   *
   * @return null if it made nothing yet, or if another thread has and this one does not see it
   */
  public @Nullable Object converted() {
    return converted;
  }

  /**
   * Remembers what an exporter made of these attributes, so that it is made once for a series or a
   * query.
   *
   * @param made immutable, and safe to be published by a data race
   */
  public void converted(Object made) {
    converted = made;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof AttributeSet)) {
      return false;
    }
    AttributeSet that = (AttributeSet) other;
    return hash == that.hash
        && Arrays.equals(keys, that.keys)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < keys.length; i++) {
      text.append(i == 0 ? "" : ", ").append(keys[i]).append('=').append(values[i]);
    }
    return text.append('}').toString();
  }

  /** Collects attributes; not thread-safe. */
  public static final class Builder {

    /** As many as most have: a query, a series, a request. */
    private static final int INITIAL_SIZE = 16;

    private String[] keys = new String[INITIAL_SIZE];
    private Object[] values = new Object[INITIAL_SIZE];
    private int size;

    private Builder() {}

    /**
     * Puts an attribute, replacing the value of a key that is there already.
     *
     * @param key the key
     * @param value its value; null leaves the builder as it is
     * @return this
     */
    public Builder put(String key, @Nullable String value) {
      return value == null ? this : putValue(key, value);
    }

    /**
     * Puts a number.
     *
     * @param key the key
     * @param value its value
     * @return this
     */
    public Builder put(String key, long value) {
      return putValue(key, value);
    }

    /**
     * Puts a number that is not whole.
     *
     * @param key the key
     * @param value its value
     * @return this
     */
    public Builder putDouble(String key, double value) {
      return putValue(key, value);
    }

    /**
     * Puts a truth value.
     *
     * @param key the key
     * @param value its value
     * @return this
     */
    public Builder put(String key, boolean value) {
      return putValue(key, value);
    }

    private Builder putValue(String key, Object value) {
      int found = Arrays.binarySearch(keys, 0, size, key);
      if (found >= 0) {
        values[found] = value;
      } else {
        insert(-found - 1, key, value);
      }
      return this;
    }

    private void insert(int index, String key, Object value) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      System.arraycopy(keys, index, keys, index + 1, size - index);
      System.arraycopy(values, index, values, index + 1, size - index);
      keys[index] = key;
      values[index] = value;
      size++;
    }

    /**
     * What was put.
     *
     * @return the attributes
     */
    public AttributeSet build() {
      return size == 0
          ? EMPTY
          : new AttributeSet(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    }
  }
}
