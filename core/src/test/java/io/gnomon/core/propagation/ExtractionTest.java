package io.gnomon.core.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.spans.TraceContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String PARENT = "00-" + TRACE + "-" + SPAN + "-01";

  /** The specifications, written down a second time. */
  private static final Pattern TRACE_PARENT =
      Pattern.compile(
          "(00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2})|"
              + "((?!00|ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}"
              + "(-[\\s\\S]*)?)");

  private static final Pattern B3_SINGLE =
      Pattern.compile(
          "(?!0+-)([0-9a-f]{16}|[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}(-[01d](-[0-9a-f]{16})?)?");

  private static final Pattern TRACE_STATE_MEMBER =
      Pattern.compile(
          "[ \\t]*[a-z0-9][a-z0-9_*/@-]{0,255}" + "=[ -+\\--<>-~]{0,255}[!-+\\--<>-~][ \\t]*");

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String VALUE = "[!#-+\\--:<-\\[\\]-~]*";
  private static final String OWS = "[ \\t]*";
  private static final Pattern BAGGAGE_MEMBER =
      Pattern.compile(
          OWS + TOKEN + OWS + "=" + OWS + VALUE + "(" + OWS + ";" + OWS + TOKEN + "(" + OWS + "="
              + OWS + VALUE + ")?)*" + OWS);

  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final TraceContext context = new TraceContext();
  private final Metrics metrics = new Metrics(new ManualClock());

  private boolean extract(Propagator... propagators) {
    context.begin();
    new Extraction(new PropagationSettings(Arrays.asList(propagators)), metrics)
        .extract((carrier, name) -> headers.get(name), headers, context);
    return context.parentSpanId() != 0;
  }

  private boolean extract(String name, String value, Propagator propagator) {
    headers.clear();
    headers.put(name, value);
    return extract(propagator);
  }

  private String ids() {
    return String.format(
        "%016x%016x-%016x", context.traceHigh(), context.traceLow(), context.parentSpanId());
  }

  @Test
  void adoptsATraceParent() {
    headers.put("traceparent", PARENT);
    headers.put("tracestate", "congo=t61rcWkgMzE, rojo=00f067aa0ba902b7");

    assertThat(extract(Propagator.TRACECONTEXT)).isTrue();
    assertThat(ids()).isEqualTo(TRACE + "-" + SPAN);
    assertThat(context.upstreamSampled()).isTrue();
    assertThat(context.traceState()).isEqualTo("congo=t61rcWkgMzE, rojo=00f067aa0ba902b7");
    assertThat(context.spanId()).isNotZero().isNotEqualTo(context.parentSpanId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "02", "fe"})
  void isNotSampledWithoutThatBit(String flags) {
    assertThat(
            extract(
                "traceparent", "00-" + TRACE + "-" + SPAN + "-" + flags, Propagator.TRACECONTEXT))
        .isTrue();
    assertThat(context.upstreamSampled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-" + TRACE + "-" + SPAN + "-01",
        "cc-" + TRACE + "-" + SPAN + "-01-what-the-future-will-be-like",
        "fe-" + TRACE + "-" + SPAN + "-09-"
      })
  void readsAVersionToComeByItsPrefix(String header) {
    assertThat(extract("traceparent", header, Propagator.TRACECONTEXT)).isTrue();
    assertThat(ids()).isEqualTo(TRACE + "-" + SPAN);
    assertThat(context.upstreamSampled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-" + TRACE + "-" + SPAN,
        "00-" + TRACE + "-" + SPAN + "-0",
        "00-" + TRACE + "-" + SPAN + "-1-",
        "00-" + TRACE + "-" + SPAN + "-01-",
        "00-" + TRACE + "-" + SPAN + "-01-00",
        "cc-" + TRACE + "-" + SPAN + "-01.what",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "ff-" + TRACE + "-" + SPAN + "-01-what",
        "00-0AF7651916cd43dd8448eb211c80319c-" + SPAN + "-01",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-" + TRACE + "-B7ad6b7169203331-01",
        "00-" + TRACE + "-b7ad6b716920333g-01",
        "0x-" + TRACE + "-" + SPAN + "-01",
        "00_" + TRACE + "-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN + "-0X",
        " " + "00-" + TRACE + "-" + SPAN + "-01",
        PARENT + "," + PARENT
      })
  void dropsWhatIsNoTraceParent(String header) {
    headers.put("tracestate", "a=1");
    headers.put("traceparent", header);

    assertThat(extract(Propagator.TRACECONTEXT)).isFalse();
    assertThat(context.traceState()).isNull();
    assertThat(context.traceLow()).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "a",
        "a=",
        "=1",
        "A=1",
        "a=1=2",
        "a=\u00e9",
        "@a=1",
        "_a=1",
        "a=1,@=2",
        "a=1,b",
        "a b=1",
        "a =1",
        "a=1\u0000"
      })
  void dropsATraceStateThatIsMalformedAndKeepsTheParent(String header) {
    headers.put("traceparent", PARENT);
    headers.put("tracestate", header);

    assertThat(extract(Propagator.TRACECONTEXT)).isTrue();
    assertThat(context.traceState()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@=1", "a@1=1", "a@b@c=1", "1a@b_-*/=1", "0=1"})
  void takesTheKeysOfLevelTwo(String header) {
    headers.put("traceparent", PARENT);
    headers.put("tracestate", header);

    assertThat(extract(Propagator.TRACECONTEXT)).isTrue();
    assertThat(context.traceState()).isEqualTo(header);
  }

  @Test
  void aKeyHas256CharactersAtMost() {
    String most = "k@" + String.join("", Collections.nCopies(254, "x"));
    headers.put("traceparent", PARENT);
    headers.put("tracestate", most + "=1");
    extract(Propagator.TRACECONTEXT);
    assertThat(context.traceState()).isEqualTo(most + "=1");

    headers.put("tracestate", most + "x=1");
    extract(Propagator.TRACECONTEXT);
    assertThat(context.traceState()).isNull();
  }

  @Test
  void anIdIsRandomIfItBeganHereOrUpstreamSaysSo() {
    context.begin();
    assertThat(context.isRandom()).isTrue();
    for (String flags : new String[] {"00", "01", "02", "03", "fe"}) {
      extract("traceparent", "00-" + TRACE + "-" + SPAN + "-" + flags, Propagator.TRACECONTEXT);
      assertThat(context.isRandom()).as(flags).isEqualTo("23e".indexOf(flags.charAt(1)) >= 0);
    }
    extract("b3", TRACE + "-" + SPAN + "-1", Propagator.B3);
    assertThat(context.isRandom()).isFalse();
  }

  @Test
  void passesOnATraceStateOf32MembersAndDropsOneOf33() {
    headers.put("traceparent", PARENT);
    headers.put("tracestate", String.join(",", Collections.nCopies(32, "a=1")));
    extract(Propagator.TRACECONTEXT);
    assertThat(context.traceState()).isEqualTo(headers.get("tracestate"));

    headers.put("tracestate", String.join(",", Collections.nCopies(33, "a=1")));
    extract(Propagator.TRACECONTEXT);
    assertThat(context.traceState()).isNull();
  }

  @Test
  void shortensATraceStateThatIsTooLongByLongMembersAndThenByTheLast() {
    String longOne = "long=" + String.join("", Collections.nCopies(130, "x"));
    String member = "=" + String.join("", Collections.nCopies(98, "y"));
    headers.put("traceparent", PARENT);
    headers.put(
        "tracestate",
        "a" + member + ", " + longOne + ", b" + member + ",c" + member + ",d" + member + ",e"
            + member);

    extract(Propagator.TRACECONTEXT);

    assertThat(context.traceState())
        .isEqualTo("a" + member + ",b" + member + ",c" + member + ",d" + member + ",e" + member)
        .hasSizeLessThanOrEqualTo(TraceState.MAX_LENGTH);

    headers.put("tracestate", headers.get("tracestate") + ",f" + member);
    extract(Propagator.TRACECONTEXT);
    assertThat(context.traceState()).doesNotContain("f=").contains("e=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1",
        "a = 1 ; p = 2;q , b=",
        "k%20=%20v",
        "userId=alice,serverNode=DF%2028,isX=false",
        "a==",
        ",a=1,"
      })
  void passesOnBaggageAsItCame(String header) {
    extract("baggage", header, Propagator.BAGGAGE);
    assertThat(context.baggage()).isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "a",
        "=1",
        "a=1;",
        "a=1;;b",
        "a b=1",
        "a=\"1\"",
        "a=1 2",
        "a=\u00e9",
        "(a)=1",
        "a=1\\2",
        "a=1,b",
        "a=1;=2"
      })
  void dropsBaggageThatIsMalformed(String header) {
    extract("baggage", header, Propagator.BAGGAGE);
    assertThat(context.baggage()).isNull();
  }

  @Test
  void dropsBaggageThatIsTooMuch() {
    String most = "a=" + String.join("", Collections.nCopies(Baggage.MAX_LENGTH - 2, "x"));
    extract("baggage", most, Propagator.BAGGAGE);
    assertThat(context.baggage()).isEqualTo(most);
    extract("baggage", most + "x", Propagator.BAGGAGE);
    assertThat(context.baggage()).isNull();

    String many = String.join(",", Collections.nCopies(Baggage.MAX_MEMBERS, "a=1"));
    extract("baggage", many, Propagator.BAGGAGE);
    assertThat(context.baggage()).isEqualTo(many);
    extract("baggage", many + ",a=1", Propagator.BAGGAGE);
    assertThat(context.baggage()).isNull();
  }

  @Test
  void looksAtNothingThatTheSettingDoesNotName() {
    headers.put("traceparent", PARENT);
    headers.put("baggage", "a=1");
    headers.put("b3", TRACE + "-" + SPAN + "-1");

    assertThat(extract()).isFalse();
    assertThat(context.baggage()).isNull();
    assertThat(extract(Propagator.BAGGAGE)).isFalse();
    assertThat(context.baggage()).isEqualTo("a=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "-d", "-1-05e3ac9a4f6e3b90", "-0"})
  void adoptsB3OfOneHeader(String rest) {
    assertThat(extract("b3", TRACE + "-" + SPAN + rest, Propagator.B3)).isTrue();
    assertThat(ids()).isEqualTo(TRACE + "-" + SPAN);
    assertThat(context.upstreamSampled()).isEqualTo(!rest.isEmpty() && !rest.equals("-0"));
    assertThat(context.isDebug()).isEqualTo(rest.equals("-d"));
  }

  @Test
  void adoptsATraceOf64Bits() {
    assertThat(extract("b3", "8448eb211c80319c-" + SPAN, Propagator.B3)).isTrue();
    assertThat(ids()).isEqualTo("00000000000000008448eb211c80319c-" + SPAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "1",
        "d",
        TRACE,
        TRACE + "-",
        TRACE + "-" + SPAN + "-",
        TRACE + "-" + SPAN + "-2",
        TRACE + "-" + SPAN + "-1-",
        TRACE + "-" + SPAN + "-1-00",
        TRACE + "-" + SPAN + "1",
        "0000000000000000-" + SPAN,
        TRACE + "-0000000000000000-1",
        "8448EB211C80319C-" + SPAN,
        "8448eb211c80319-" + SPAN
      })
  void dropsWhatIsNoB3(String header) {
    assertThat(extract("b3", header, Propagator.B3)).isFalse();
  }

  @Test
  void adoptsB3OfSeveralHeadersByEitherName() {
    headers.put("x-b3-traceid", TRACE);
    headers.put("x-b3-spanid", SPAN);
    headers.put("x-b3-sampled", "1");

    assertThat(extract(Propagator.B3MULTI)).isTrue();
    assertThat(ids()).isEqualTo(TRACE + "-" + SPAN);
    assertThat(context.upstreamSampled()).isTrue();
    assertThat(extract(Propagator.B3)).isTrue();

    headers.put("x-b3-sampled", "0");
    assertThat(extract(Propagator.B3MULTI)).isTrue();
    assertThat(context.upstreamSampled()).isFalse();

    headers.put("x-b3-flags", "0");
    assertThat(extract(Propagator.B3MULTI)).isTrue();
    assertThat(context.isDebug()).isFalse();
    headers.put("x-b3-flags", "1");
    assertThat(extract(Propagator.B3MULTI)).isTrue();
    assertThat(context.upstreamSampled()).isTrue();
    assertThat(context.isDebug()).isTrue();
    headers.put("traceparent", PARENT);
    assertThat(extract(Propagator.B3MULTI, Propagator.TRACECONTEXT)).isTrue();
    assertThat(context.isDebug()).as("the last one holds").isFalse();
    context.begin();
    assertThat(context.isDebug()).isFalse();

    headers.put("x-b3-spanid", "b7ad6b716920333");
    assertThat(extract(Propagator.B3MULTI)).isFalse();
    headers.remove("x-b3-spanid");
    assertThat(extract(Propagator.B3MULTI)).isFalse();
  }

  @Test
  void theLastPropagatorThatFindsATraceHolds() {
    headers.put("traceparent", PARENT);
    headers.put("b3", "8448eb211c80319c-1122334455667788-0");

    extract(Propagator.TRACECONTEXT, Propagator.B3);
    assertThat(ids()).endsWith("-1122334455667788");
    extract(Propagator.B3, Propagator.TRACECONTEXT);
    assertThat(ids()).endsWith("-" + SPAN);

    headers.put("b3", "0");
    extract(Propagator.TRACECONTEXT, Propagator.B3);
    assertThat(ids()).endsWith("-" + SPAN);
  }

  /** How many headers were dropped, by name. */
  private Map<String, Long> dropped() {
    Map<String, Long> dropped = new TreeMap<>();
    Points.numbers(metrics.collect(), "gnomon.agent.propagation.dropped")
        .forEach(
            point ->
                dropped.put(
                    String.valueOf(point.attributes().get("gnomon.agent.propagation.header")),
                    (long) point.value()));
    return dropped;
  }

  @ParameterizedTest
  @CsvSource({
    "traceparent, bad",
    "tracestate, A=1",
    "baggage, a=1 2",
    "b3, bad",
    "X-B3-TraceId, bad",
    "X-B3-SpanId, bad",
    "X-B3-Sampled, maybe"
  })
  void countsWhatItDropsByItsName(String name, String bad) {
    headers.put("traceparent", PARENT);
    headers.put("tracestate", "a=1");
    headers.put("baggage", "a=1");
    headers.put("X-B3-TraceId", TRACE);
    headers.put("X-B3-SpanId", SPAN);
    headers.put("X-B3-Sampled", "0");
    extract(Propagator.BAGGAGE, Propagator.TRACECONTEXT);
    extract(Propagator.B3);
    assertThat(dropped()).isEmpty();

    headers.put(name, bad);
    extract(Propagator.BAGGAGE, Propagator.TRACECONTEXT);
    extract(Propagator.B3MULTI, Propagator.B3);
    assertThat(dropped()).containsExactly(Map.entry(name, 1L));
  }

  @Test
  void countsWhatIsTooLongOrIncomplete() {
    headers.put("traceparent", PARENT);
    headers.put("tracestate", "a=1,b=" + String.join("", Collections.nCopies(600, "x")));
    extract(Propagator.TRACECONTEXT);
    headers.put("tracestate", String.join(",", Collections.nCopies(6, "a=" + PARENT + PARENT)));
    extract(Propagator.TRACECONTEXT);
    assertThat(context.traceState()).isNotNull();
    headers.put("baggage", "a=" + String.join("", Collections.nCopies(Baggage.MAX_LENGTH, "x")));
    extract(Propagator.BAGGAGE);
    headers.put("X-B3-TraceId", TRACE);
    extract(Propagator.B3);
    assertThat(dropped())
        .containsExactly(
            Map.entry("X-B3-TraceId", 1L), Map.entry("baggage", 1L), Map.entry("tracestate", 2L));
  }

  @Test
  void countsNothingThatIsValidThoughOfNoUse() {
    headers.put("traceparent", PARENT);
    headers.put("tracestate", " ,\t,");
    headers.put("baggage", "");
    extract(Propagator.TRACECONTEXT, Propagator.BAGGAGE);
    for (String decision : new String[] {"0", "1", "d"}) {
      headers.put("b3", decision);
      extract(Propagator.B3);
    }
    assertThat(dropped()).isEmpty();
  }

  /** Mutations of valid headers are taken exactly if the specification's own syntax says so. */
  @Test
  void takesOfMutatedHeadersTheValidOnesAlone() {
    Random random = new Random(42);
    String state = "congo=t61rcWkgMzE,a@b=00f067aa0ba902b7 , c/d*e-f_g=~ !";
    String baggage = "userId=al%20ice;p;q=1 , serverNode = DF28";
    int taken = 0;
    for (int i = 0; i < 40_000; i++) {
      String parent = mutated(random, random.nextBoolean() ? PARENT : "cc" + PARENT.substring(2));
      boolean adopted = extract("traceparent", parent, Propagator.TRACECONTEXT);
      assertThat(adopted).as(parent).isEqualTo(TRACE_PARENT.matcher(parent).matches());
      taken += adopted ? 1 : 0;

      String b3 = mutated(random, TRACE.substring(i % 2 * 16) + "-" + SPAN + "-1-" + SPAN);
      adopted = extract("b3", b3, Propagator.B3);
      assertThat(adopted).as(b3).isEqualTo(B3_SINGLE.matcher(b3).matches());
      taken += adopted ? 1 : 0;

      String bag = mutated(random, baggage);
      extract("baggage", bag, Propagator.BAGGAGE);
      assertThat(context.baggage() != null).as(bag).isEqualTo(isList(BAGGAGE_MEMBER, bag));
      taken += context.baggage() == null ? 0 : 1;

      String mutatedState = mutated(random, state);
      headers.clear();
      headers.put("traceparent", PARENT);
      headers.put("tracestate", mutatedState);
      assertThat(extract(Propagator.TRACECONTEXT)).isTrue();
      assertThat(context.traceState() != null)
          .as(mutatedState)
          .isEqualTo(isList(TRACE_STATE_MEMBER, mutatedState));
    }
    assertThat(taken).isBetween(5_000, 110_000);
  }

  private static boolean isList(Pattern member, String text) {
    boolean any = false;
    for (String each : text.split(",", -1)) {
      if (each.chars().allMatch(c -> c == ' ' || c == '\t')) {
        continue;
      }
      if (!member.matcher(each).matches()) {
        return false;
      }
      any = true;
    }
    return any;
  }

  private static String mutated(Random random, String text) {
    String alphabet = "0f-=,;@ \tAgz\"\\\u0000\u00e9~1d_";
    StringBuilder result = new StringBuilder(text);
    for (int left = random.nextInt(4); left > 0 && result.length() > 0; left--) {
      int at = random.nextInt(result.length());
      char c = alphabet.charAt(random.nextInt(alphabet.length()));
      int how = random.nextInt(4);
      if (how == 0) {
        result.setCharAt(at, c);
      } else if (how == 1) {
        result.insert(at, c);
      } else if (how == 2) {
        result.deleteCharAt(at);
      } else {
        result.setLength(at);
      }
    }
    return result.toString();
  }
}
