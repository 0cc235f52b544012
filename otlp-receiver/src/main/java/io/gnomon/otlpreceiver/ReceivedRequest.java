package io.gnomon.otlpreceiver;

import com.google.protobuf.Message;
import java.util.Map;

/**
 * One request that arrived, taken or not. Immutable.
 *
 * @param signal what it carried
 * @param grpc whether it came over gRPC
 * @param headers names in lower case; of several values the first
 * @param bytes size on the wire, before decompression
 * @param answer how it was answered
 * @param message the decoded {@code Export*ServiceRequest}
 * @param arrivedNanos {@link System#nanoTime()} of the arrival
 */
public record ReceivedRequest(
    Signal signal,
    boolean grpc,
    Map<String, String> headers,
    int bytes,
    Answer answer,
    Message message,
    long arrivedNanos) {}
