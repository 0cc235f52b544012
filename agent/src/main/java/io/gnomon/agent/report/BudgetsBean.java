package io.gnomon.agent.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Gives the report on demand. Any thread. */
public final class BudgetsBean implements BudgetsMBean {

  static final String NAME = "io.gnomon:type=Budgets";

  private final BudgetReport report;

  BudgetsBean(BudgetReport report) {
    this.report = report;
  }

  /**
   * Registers it with the platform's server, which this may start: not before the application is
   * up, and on a thread whose context class loader sees what the application's main class sees.
   *
   * @param report what it gives
   * @throws JMException if it can't
   */
  public static void register(BudgetReport report) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .registerMBean(
            new StandardMBean(new BudgetsBean(report), BudgetsMBean.class), new ObjectName(NAME));
  }

  @Override
  public String writeReport() throws IOException {
    report.write();
    return report.file();
  }

  @Override
  public String report() {
    return report.json();
  }
}
