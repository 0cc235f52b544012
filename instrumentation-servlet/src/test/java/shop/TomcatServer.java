package shop;

import io.gnomon.servlet.containers.Server;
import java.io.File;
import java.nio.file.Files;
import javax.servlet.Filter;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** The shop in Tomcat. */
public class TomcatServer implements Server {

  private final Tomcat tomcat = new Tomcat();

  @Override
  @SuppressWarnings("deprecation") // its successor is not in older Tomcats
  public int start() throws Exception {
    File base = Files.createTempDirectory("gnomon-tomcat").toFile();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext(Mappings.CONTEXT, base.getPath());
    context.setParentClassLoader(getClass().getClassLoader());
    Wrapper fallback =
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
    fallback.setAsyncSupported(true);
    context.addServletMappingDecoded("/", "default");
    Wrapper shop = Tomcat.addServlet(context, "shop", new ShopServlet());
    shop.setAsyncSupported(true);
    for (String mapping : Mappings.ALL) {
      context.addServletMappingDecoded(mapping, "shop");
    }
    FilterMap pass = filter(context, new PassFilter());
    pass.addURLPattern("/*");
    context.addFilterMap(pass);
    FilterMap gates = filter(context, new GateFilter());
    gates.addURLPattern("/gate/*");
    gates.addURLPattern("*.gif");
    context.addFilterMap(gates);
    FilterMap ofShop = filter(context, new ShopFilter());
    ofShop.addServletName("shop");
    context.addFilterMap(ofShop);
    FilterMap greedy = filter(context, new GreedyFilter());
    greedy.addURLPattern("/*");
    context.addFilterMap(greedy);
    ErrorPage teapot = new ErrorPage();
    teapot.setErrorCode(418);
    teapot.setLocation("/sorry");
    context.addErrorPage(teapot);
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  private static FilterMap filter(Context context, Filter filter) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(filter.getClass().getSimpleName());
    definition.setFilter(filter);
    definition.setFilterClass(filter.getClass().getName());
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(definition.getFilterName());
    return map;
  }

  @Override
  public void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }
}
