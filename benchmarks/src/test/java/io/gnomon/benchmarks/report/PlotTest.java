package io.gnomon.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.benchmarks.report.Line.Point;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotTest {

  private static Document parsed(Plot plot) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(plot.svg())));
  }

  private static double y(Document svg, int circle) {
    return Double.parseDouble(
        ((Element) svg.getElementsByTagName("circle").item(circle)).getAttribute("cy"));
  }

  @Test
  void drawsEveryPointAndNamesAll() throws Exception {
    Line first = new Line("ours", List.of(new Point(1, 5), new Point(10, 5)));
    Line second = new Line("a < b & c", List.of(new Point(1, 0), new Point(10, 10, 9, 12)));

    Document svg = parsed(new Plot("What", "texts", "time, ns", true, List.of(first, second)));

    NodeList texts = svg.getElementsByTagName("text");
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(texts.item(0).getTextContent()).isEqualTo("What");
    assertThat(texts.item(texts.getLength() - 1).getTextContent()).isEqualTo("a < b & c");
    assertThat(y(svg, 0)).isEqualTo(y(svg, 1));
    assertThat(y(svg, 3)).isLessThan(y(svg, 2));
  }

  @Test
  void startsAtZeroSoThatAFlatLineLooksFlat() {
    assertThat(Axis.upTo(103).ticks()).containsExactly(0.0, 50.0, 100.0, 150.0);
    assertThat(Axis.upTo(0).ticks()).contains(0.0);
    assertThat(Axis.upTo(0.07).share(0)).isZero();
  }

  @Test
  void showsDecades() {
    Axis axis = Axis.decades(10, 100_000);

    assertThat(axis.ticks()).containsExactly(10.0, 100.0, 1_000.0, 10_000.0, 100_000.0);
    assertThat(axis.share(1_000)).isEqualTo(0.5);
    assertThat(axis.share(1)).isZero();
    assertThat(axis.share(1e9)).isEqualTo(1);
    assertThat(Axis.decades(7, 7).ticks()).containsExactly(1.0, 10.0);
  }

  @Test
  void labelsTicksShortly() {
    assertThat(Axis.label(20_000)).isEqualTo("20,000");
    assertThat(Axis.label(0.25)).isEqualTo("0.25");
  }

  @Test
  void doesNotDrawNothing() {
    Plot empty = new Plot("What", "x", "y", false, List.of(new Line("none", List.of())));

    assertThatThrownBy(empty::svg).isInstanceOf(IllegalArgumentException.class);
  }
}
