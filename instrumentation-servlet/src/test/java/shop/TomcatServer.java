package shop;

import io.gnomon.servlet.containers.Server;
import java.io.File;
import java.nio.file.Files;
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
    FilterDef filter = new FilterDef();
    filter.setFilterName("pass");
    filter.setFilter(new PassFilter());
    filter.setAsyncSupported("true");
    context.addFilterDef(filter);
    FilterMap everywhere = new FilterMap();
    everywhere.setFilterName("pass");
    everywhere.addURLPattern("/*");
    context.addFilterMap(everywhere);
    ErrorPage teapot = new ErrorPage();
    teapot.setErrorCode(418);
    teapot.setLocation("/sorry");
    context.addErrorPage(teapot);
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }
}
