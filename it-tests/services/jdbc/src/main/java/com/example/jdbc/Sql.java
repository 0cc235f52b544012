package com.example.jdbc;

/**
 * The texts of a kind.
 *
 * @param dialect of the database
 * @param kind its name, from which those of its table and procedure are made
 * @param round counts from 1
 */
record Sql(Dialect dialect, String kind, int round) {

  String table() {
    return "t_" + kind;
  }

  String procedure() {
    return "p_" + kind;
  }

  String select() {
    return "SELECT name FROM " + table();
  }

  String selectById() {
    return "SELECT name FROM " + table() + " WHERE id = ?";
  }

  String insert() {
    return "INSERT INTO " + table() + " (name) VALUES ('a')";
  }

  String insertValue() {
    return "INSERT INTO " + table() + " (name) VALUES (?)";
  }

  /** Works once per round, then fails. */
  String insertRound() {
    return "INSERT INTO " + table() + " (id, name) VALUES (?, 'a')";
  }

  String update() {
    return "UPDATE " + table() + " SET name = 'b' WHERE id = 1";
  }

  String updateValue() {
    return "UPDATE " + table() + " SET name = ? WHERE id = 1";
  }

  String missing() {
    return "SELECT name FROM missing_" + kind;
  }

  /** Two queries in one text. */
  String several() {
    if (!dialect.severalTexts()) {
      throw new NotHere("several statements in one text");
    }
    return select() + "; " + select();
  }

  String call(String form) {
    if (form.isEmpty()) {
      throw new NotHere("such a stored procedure");
    }
    return form.formatted(procedure());
  }

  String[] keyNames() {
    return new String[] {dialect.keyColumn()};
  }
}
