package io.gnomon.jvm;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.TimingFamily;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * {@code jvm.gc.duration}: each collection of each collector, to the millisecond, as its bean tells
 * of it, from the moment of listening on. The beans are asked directly, no MBeanServer. A JVM calls
 * the listener on a thread of its own, after the collection.
 */
final class GcDurations implements NotificationListener {

  private static final String PART = "jvm";

  private final TimingFamily durations;
  private final Failures failures;
  private final List<NotificationEmitter> collectors = new ArrayList<>();

  private GcDurations(Metrics metrics, Failures failures) {
    this.failures = failures;
    this.durations =
        metrics.timing(
            Instrument.duration(
                "jvm.gc.duration",
                "How long garbage collectors took.",
                Arrays.asList(0.01, 0.1, 1.0, 10.0)));
  }

  /** Listens to every collector that there is. */
  static GcDurations listen(Metrics metrics, Failures failures) {
    GcDurations listener = new GcDurations(metrics, failures);
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter) {
        listener.listenTo((NotificationEmitter) collector);
      }
    }
    return listener;
  }

  private void listenTo(NotificationEmitter collector) {
    collector.addNotificationListener(this, null, null);
    collectors.add(collector);
  }

  /** Listens no more. */
  void close() {
    for (NotificationEmitter collector : collectors) {
      try {
        collector.removeNotificationListener(this);
      } catch (ListenerNotFoundException e) {
        failures.caught(PART, e);
      }
    }
    collectors.clear();
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    try {
      if (isCollection(notification)) {
        record(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()));
      }
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    }
  }

  private static boolean isCollection(Notification notification) {
    return GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
        notification.getType());
  }

  private void record(GarbageCollectionNotificationInfo collection) {
    AttributeSet attributes =
        AttributeSet.builder()
            .put(AttributeNames.JVM_GC_NAME, collection.getGcName())
            .put(AttributeNames.JVM_GC_ACTION, collection.getGcAction())
            .build();
    long millis = collection.getGcInfo().getDuration();
    durations.series(attributes).record(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
