package io.gnomon.agent.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one object of a report; whatever is missing or of another type is told by name. */
final class Fields {

  private final JsonObject object;
  private final String path;

  /**
   * Fields of an object.
   *
   * @param object parsed
   * @param path where it stands, as {@code verdicts[2].}; empty for the report itself
   */
  Fields(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  String text(String name) throws NotAReport {
    return required(name, textOrNull(name), "text");
  }

  @Nullable String textOrNull(String name) throws NotAReport {
    return typed(name, String.class, "text");
  }

  boolean flag(String name) throws NotAReport {
    return required(name, typed(name, Boolean.class, "true or false"), "true or false");
  }

  double number(String name) throws NotAReport {
    double number = required(name, typed(name, Number.class, "number"), "number").doubleValue();
    if (Double.isInfinite(number) || Double.isNaN(number)) {
      throw wrong(name, "number");
    }
    return number;
  }

  long count(String name) throws NotAReport {
    Number number = required(name, typed(name, Number.class, "count"), "count");
    try {
      long count = new BigDecimal(number.toString()).longValueExact();
      if (count >= 0) {
        return count;
      }
    } catch (ArithmeticException | NumberFormatException fractionOrInfinite) {
      throw wrong(name, "count");
    }
    throw wrong(name, "count");
  }

  @Nullable Fields objectOrNull(String name) throws NotAReport {
    JsonObject inner = typed(name, JsonObject.class, "object");
    return inner == null ? null : new Fields(inner, path + name + ".");
  }

  List<Fields> objects(String name) throws NotAReport {
    List<Fields> fields = new ArrayList<>();
    for (Object each : array(name)) {
      String place = path + name + "[" + fields.size() + "]";
      if (!(each instanceof JsonObject)) {
        throw new NotAReport(place + " is no object");
      }
      fields.add(new Fields((JsonObject) each, place + "."));
    }
    return fields;
  }

  List<String> texts(String name) throws NotAReport {
    List<String> texts = new ArrayList<>();
    for (Object each : array(name)) {
      if (!(each instanceof String)) {
        throw new NotAReport(path + name + "[" + texts.size() + "] is no text");
      }
      texts.add((String) each);
    }
    return texts;
  }

  private JsonArray array(String name) throws NotAReport {
    return required(name, typed(name, JsonArray.class, "list"), "list");
  }

  private <T> @Nullable T typed(String name, Class<T> type, String word) throws NotAReport {
    Object value = object.get(name);
    if (value != null && !type.isInstance(value)) {
      throw wrong(name, word);
    }
    return type.cast(value);
  }

  private <T> T required(String name, @Nullable T value, String word) throws NotAReport {
    if (value == null) {
      throw new NotAReport(path + name + " is missing, expected a " + word);
    }
    return value;
  }

  private NotAReport wrong(String name, String word) {
    return new NotAReport(path + name + " is no " + word);
  }
}
