package io.gnomon.benchmarks.overhead.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gnomon.benchmarks.overhead.figures.Sample;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RatioPlotTest {

  private static final Sample NOTHING = new Sample(List.of());

  private static Document parse(RatioPlot plot) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(plot.svg().getBytes(StandardCharsets.UTF_8)));
  }

  private static double number(Document svg, String tag, int index, String attribute) {
    NodeList elements = svg.getElementsByTagName(tag);
    return Double.parseDouble(((Element) elements.item(index)).getAttribute(attribute));
  }

  @Test
  void isXmlWithADotPerContenderThatHasTheFigureAndOneInTheLegend() throws Exception {
    RatioPlot plot = new RatioPlot("CPU & more", List.of("Gnomon", "<Other>"));
    plot.row("`/one`", List.of(new Sample(List.of(1.1, 1.2)), new Sample(List.of(2.0))));
    plot.row("`/ten`", List.of(NOTHING, new Sample(List.of(3.0))));

    Document svg = parse(plot);

    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2 + 3);
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("CPU & more", "<Other>", "/one", "1.15×", "prefers-color-scheme: dark");
  }

  @Test
  void aLargerRatioIsFurtherRight() throws Exception {
    RatioPlot plot = new RatioPlot("CPU", List.of("Gnomon", "Other"));
    plot.row("`/one`", List.of(new Sample(List.of(1.5)), new Sample(List.of(4.0))));

    Document svg = parse(plot);

    assertThat(number(svg, "circle", 2, "cx")).isLessThan(number(svg, "circle", 3, "cx"));
  }

  @Test
  void equalRatiosAreEquallyFar() {
    LogAxis axis = LogAxis.over(List.of(new Sample(List.of(0.5, 8.0)), NOTHING), 100, 500);

    assertThat(axis.at(4) - axis.at(2)).isCloseTo(axis.at(2) - axis.at(1), within(1e-6));
    assertThat(axis.at(0.5)).isBetween(100.0, 120.0);
    assertThat(axis.at(8)).isBetween(480.0, 500.0);
    assertThat(axis.ticks()).contains(0.5, 1.0, 2.0, 5.0).doesNotContain(10.0);
  }
}
