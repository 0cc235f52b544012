package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Figures;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All runs of all contenders, in turn, so that what the machine does meanwhile meets all of them.
 * Each round begins with another contender.
 */
final class Rounds {

  private static final String POSTGRES_USER = "postgres";

  private final Path target;
  private final Options options;
  private final List<Contender> contenders;

  Rounds(Path target, Options options, List<Contender> contenders) {
    this.target = target;
    this.options = options;
    this.contenders = contenders;
  }

  Figures run() throws IOException, InterruptedException {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
      String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
      Lab lab = new Lab(target, List.of(url, POSTGRES_USER), new Figures());
      for (Contender contender : contenders) {
        progress("classes", contender);
        new ClassesRun(lab, contender).run();
      }
      for (int number = 1; number <= options.rounds(); number++) {
        round(lab, number);
      }
      return lab.figures();
    }
  }

  private void round(Lab lab, int number) throws IOException, InterruptedException {
    for (Database database : Database.values()) {
      for (Contender contender : inTurn(number)) {
        progress(database.title() + ", round " + number + " of " + options.rounds(), contender);
        new LoadRun(lab, options, contender, database).run(number);
      }
    }
    if (number > options.starts()) {
      return;
    }
    for (Contender contender : inTurn(number)) {
      progress("start and kept, round " + number + " of " + options.starts(), contender);
      new KeptRun(lab, options, contender).run(number);
    }
  }

  private List<Contender> inTurn(int number) {
    List<Contender> turn = new ArrayList<>(contenders);
    Collections.rotate(turn, 1 - number);
    return turn;
  }

  @SuppressWarnings("SystemOut")
  private static void progress(String what, Contender contender) {
    System.err.println(what + ": " + contender.title());
  }
}
