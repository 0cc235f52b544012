package com.example.drivers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loads, links and verifies a class, never initializes it, and tells what became of it. */
final class LoadedClass {

  static final String VERIFIED = "verified";

  private LoadedClass() {}

  /** One line: class, type, class-file version, state, slot, woven methods, missed methods. */
  static String line(String internalName, JdbcType type) {
    String state;
    boolean slot = false;
    try {
      Class<?> loaded =
          Class.forName(internalName.replace('/', '.'), false, LoadedClass.class.getClassLoader());
      slot = hasSlot(loaded);
      state = link(loaded);
    } catch (ClassNotFoundException | LinkageError e) {
      return String.join("\t", internalName, type.name(), "-", told(e), "-", "-", "-");
    }
    ClassFile defined = ClassFile.whole(Observer.defined(internalName));
    List<String> woven = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (Map.Entry<String, Boolean> method : defined.methods.entrySet()) {
      if (type.mustBeSeen(method.getKey())) {
        (method.getValue() ? woven : missed).add(method.getKey());
      }
    }
    return String.join(
        "\t",
        internalName,
        type.name(),
        Integer.toString(defined.major()),
        state,
        Boolean.toString(slot),
        Integer.toString(woven.size()),
        missed.toString());
  }

  private static boolean hasSlot(Class<?> type) throws ClassNotFoundException {
    return Class.forName("java.gnomon.Slot", false, null).isAssignableFrom(type);
  }

  /**
   * HotSpot links a class, which verifies it, before it tells of its members; that fails if the
   * type of a member is missing, though the class is linked.
   */
  static String link(Class<?> type) {
    try {
      return VERIFIED + (type.getDeclaredConstructors().length < 0 ? "?" : "");
    } catch (NoClassDefFoundError missing) {
      return linkByFields(type);
    } catch (LinkageError e) {
      return told(e);
    }
  }

  private static String linkByFields(Class<?> type) {
    try {
      return VERIFIED + (type.getDeclaredFields().length < 0 ? "?" : "");
    } catch (LinkageError e) {
      return told(e);
    }
  }

  private static String told(Throwable e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return e.getClass().getSimpleName() + " " + (end < 0 ? message : message.substring(0, end));
  }
}
