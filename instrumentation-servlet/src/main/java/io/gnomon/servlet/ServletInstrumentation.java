package io.gnomon.servlet;

import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.TypeRule;
import io.gnomon.servlet.rules.ApiRules;
import io.gnomon.servlet.rules.DispatchRules;
import io.gnomon.servlet.rules.FrameworkRules;
import io.gnomon.servlet.rules.GrizzlyRules;
import io.gnomon.servlet.rules.JettyRules;
import io.gnomon.servlet.rules.LibertyRules;
import io.gnomon.servlet.rules.TomcatRules;
import io.gnomon.servlet.rules.UndertowRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the servlet instrumentation weaves: the connectors of the containers and the routing of the
 * frameworks that we know, by name, and whatever declares {@code Servlet.service} or {@code
 * Filter.doFilter} of either name space.
 */
public final class ServletInstrumentation implements InstrumentationModule {

  private final List<TypeRule> rules;

  /** Immutable. */
  public ServletInstrumentation() {
    List<TypeRule> all = new ArrayList<>();
    all.addAll(TomcatRules.rules());
    all.addAll(JettyRules.rules());
    all.addAll(UndertowRules.rules());
    all.addAll(GrizzlyRules.rules());
    all.addAll(LibertyRules.rules());
    all.addAll(DispatchRules.rules());
    all.addAll(FrameworkRules.rules());
    all.addAll(ApiRules.rules());
    this.rules = Collections.unmodifiableList(all);
  }

  @Override
  public String name() {
    return "servlet";
  }

  @Override
  public List<TypeRule> rules() {
    return rules;
  }
}
