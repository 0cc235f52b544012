package shop;

final class Mappings {

  static final String CONTEXT = "/shop";

  static final String[] ALL = {
    "/hello",
    "/boom",
    "/thrown",
    "/teapot",
    "/forward",
    "/include",
    "/controller",
    "/controller-forward",
    "/async",
    "/dispatch",
    "/timeout",
    "/timeout-error",
    "/sorry",
    "/download",
    "/upload",
    "/cached",
    "/flushed",
    "/quiet/async",
    "/quiet/dispatch",
    "/quiet/boom",
    "/api/*",
    "*.do"
  };

  private Mappings() {}
}
