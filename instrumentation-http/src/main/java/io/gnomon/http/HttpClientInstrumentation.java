package io.gnomon.http;

import io.gnomon.http.rules.ApacheRules;
import io.gnomon.http.rules.JdkRules;
import io.gnomon.http.rules.OkHttpRules;
import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.TypeRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is woven of HTTP clients: by name alone. */
public final class HttpClientInstrumentation implements InstrumentationModule {

  private final List<TypeRule> rules;

  /** Immutable. */
  public HttpClientInstrumentation() {
    List<TypeRule> all = new ArrayList<>();
    all.addAll(JdkRules.rules());
    all.addAll(ApacheRules.rules());
    all.addAll(OkHttpRules.rules());
    this.rules = Collections.unmodifiableList(all);
  }

  @Override
  public String name() {
    return ClientCalls.PART;
  }

  @Override
  public List<TypeRule> rules() {
    return rules;
  }
}
