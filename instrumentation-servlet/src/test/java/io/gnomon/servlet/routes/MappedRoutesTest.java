package io.gnomon.servlet.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedRoutesTest {

  private static final String GATE = "shop.Gate";

  private static MappedRoutes routes(boolean ofServlets, String... patterns) {
    FilterRoutes filter = new FilterRoutes("/shop");
    for (String pattern : patterns) {
      filter.add(pattern);
    }
    if (ofServlets) {
      filter.addServlets();
    }
    return new MappedRoutes(
        "/shop", List.of("/api/*", "/hello", "", "*.do", "/", "/*"), Map.of(GATE, filter));
  }

  @ParameterizedTest
  @CsvSource({
    "/api, /17, /shop/api/*, /shop/api",
    "/api, , /shop/api/*, /shop/api",
    "/hello, , /shop/hello, /shop",
    "'', /, /shop/, /shop",
    "/x/y.do, , /shop/*.do, /shop",
    "/no/such, , , /shop",
    "'', /no/such, , /shop",
    ", , , /shop"
  })
  void aMappingTellsARouteAndWhatPatternsInsideItBeginWith(
      String servletPath, String pathInfo, String route, String base) {
    Mapping mapping = routes(false).mapping(servletPath, pathInfo);
    assertThat(mapping.route()).isEqualTo(route);
    assertThat(mapping.base()).isEqualTo(base);
  }

  @ParameterizedTest
  @CsvSource({
    "/gate/open, , /shop/gate/open",
    "/gate, /open, /shop/gate/open",
    "/gate/inner/x, , /shop/gate/inner/*",
    "/gate/inner, , /shop/gate/inner/*",
    "/gate/innermost, , /shop/gate/*",
    "/gate, , /shop/gate/*",
    "/gat, /e/x, ",
    "/gate, /x, /shop/gate/*",
    "'', /gate/x, /shop/gate/*",
    "/ga, te/x, /shop/gate/*",
    "/gates, , ",
    "/x/y.do, , /shop/*.do",
    "/x, /y.do, /shop/*.do",
    "/x, .do, /shop/*.do",
    "o, , ",
    "/hello, , "
  })
  void aFilterThatAnswersGivesItsMostSpecificMapping(
      String servletPath, String pathInfo, String route) {
    MappedRoutes routes =
        routes(false, "/*", "/", "*.do", "/gate/*", "/gate/open", "/gate/inner/*");
    assertThat(routes.filterRoute(GATE, servletPath, pathInfo)).isEqualTo(route);
  }

  @Test
  void aFilterOfAServletGivesTheServletsMapping() {
    MappedRoutes routes = routes(true, "/gate/*");
    assertThat(routes.filterRoute(GATE, "/api", "/17")).isEqualTo("/shop/api/*");
    assertThat(routes.filterRoute(GATE, "/gate/17", null)).isEqualTo("/shop/gate/*");
    assertThat(routes.filterRoute(GATE, "/no/such", null)).isNull();
  }

  @Test
  void aFilterThatIsNotRegisteredGivesNone() {
    assertThat(routes(true).filterRoute("shop.Other", "/api", "/17")).isNull();
  }

  @Test
  void mappingsPastTheBoundGiveNone() {
    String[] patterns = new String[FilterRoutes.MAX_MAPPINGS + 1];
    List<String> mappings = new ArrayList<>();
    for (int i = 0; i < MappedRoutes.MAX_MAPPINGS + 1; i++) {
      mappings.add("/" + i);
    }
    for (int i = 0; i < patterns.length; i++) {
      patterns[i] = "/" + i;
    }
    String last = "/" + (FilterRoutes.MAX_MAPPINGS - 1);
    String past = "/" + FilterRoutes.MAX_MAPPINGS;
    assertThat(routes(false, patterns).filterRoute(GATE, last, null)).isEqualTo("/shop" + last);
    assertThat(routes(false, patterns).filterRoute(GATE, past, null)).isNull();
    MappedRoutes servlets = new MappedRoutes("", mappings);
    assertThat(servlets.mapping("/" + (MappedRoutes.MAX_MAPPINGS - 1), null).route()).isNotNull();
    assertThat(servlets.mapping("/" + MappedRoutes.MAX_MAPPINGS, null).route()).isNull();
  }
}
