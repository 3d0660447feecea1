package io.throughline.command.salesforce;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResult;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.throughline.command.salesforce.SalesforceToken.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Salesforce's Pub/Sub API (gRPC, Avro payloads): subscriptions that are pulled, at most 100 events
 * at a time, and publishing, at most 200 at a time. Every call bears the session as metadata.
 */
final class PubSubClient implements AutoCloseable {
  static final int MOST_REQUESTED = 100;
  static final int MOST_PUBLISHED = 200;

  private static final int LARGEST_MESSAGE = 8 << 20;
  private static final Metadata.Key<String> ERROR_CODE = key("error-code");

  private final SalesforceProperties properties;
  private final SalesforceToken token;
  private final ManagedChannel channel;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<String, String> schemaIds = new ConcurrentHashMap<>();

  PubSubClient(SalesforceProperties properties, SalesforceToken token) {
    this.properties = properties;
    this.token = token;
    var address = properties.pubSub();
    var builder =
        NettyChannelBuilder.forAddress(address.getHost(), address.getPort())
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .keepAliveTime(60, TimeUnit.SECONDS)
            .keepAliveTimeout(20, TimeUnit.SECONDS)
            .disableRetry();
    this.channel =
        "http".equals(address.getScheme()) ? builder.usePlaintext().build() : builder.build();
  }

  /**
   * An event as it was received.
   *
   * @param replayId opaque
   */
  record Received(byte[] replayId, GenericRecord fields) {

    String text(String field) {
      var value = fields.hasField(field) ? fields.get(field) : null;
      return value == null ? "" : value.toString();
    }

    /**
     * Platform events say it in a field, change events in their header; null where neither does.
     */
    @Nullable Instant madeAt() {
      var header = fields.hasField("ChangeEventHeader") ? fields.get("ChangeEventHeader") : null;
      var value =
          header instanceof GenericRecord of && of.hasField("commitTimestamp")
              ? of.get("commitTimestamp")
              : fields.hasField("CreatedDate") ? fields.get("CreatedDate") : null;
      return value instanceof Long millis ? Instant.ofEpochMilli(millis) : null;
    }
  }

  /**
   * What a subscription brought.
   *
   * @param events empty: the org only says that it is there
   * @param latest the replay id up to which nothing is missing
   */
  record Batch(List<Received> events, byte[] latest) {}

  /** The replay id is not known to the org, or not any more. */
  static final class ReplayIdExpired extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The stream is over; another one goes on where it ended. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }

  /** A stream of one topic's events. */
  final class Subscription implements AutoCloseable, StreamObserver<FetchResponse> {
    private final LinkedBlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private final StreamObserver<FetchRequest> requests;
    private final String topic;
    private final Session session;

    private Subscription(String topic, Session session, byte @Nullable [] after) {
      this.topic = topic;
      this.session = session;
      this.requests = stub(session).subscribe(this);
      var first = FetchRequest.newBuilder().setTopicName(topic).setNumRequested(MOST_REQUESTED);
      if (after == null) {
        first.setReplayPreset(ReplayPreset.EARLIEST);
      } else {
        first.setReplayPreset(ReplayPreset.CUSTOM).setReplayId(ByteString.copyFrom(after));
      }
      requests.onNext(first.build());
    }

    /**
     * The next batch; null if none came in time.
     *
     * @throws ReplayIdExpired if the stream cannot begin where it was asked to
     * @throws Broken if it is over
     */
    @Nullable Batch next(long millis) throws ReplayIdExpired, Broken, InterruptedException {
      var next = arrived.poll(millis, TimeUnit.MILLISECONDS);
      return switch (next) {
        case null -> null;
        case FetchResponse response -> batch(response);
        case Throwable failure -> throw failed(failure);
        default -> throw new Broken("Salesforce ended the stream.");
      };
    }

    private Batch batch(FetchResponse response) throws Broken {
      try {
        var events = new ArrayList<Received>(response.getEventsCount());
        for (var event : response.getEventsList()) {
          events.add(received(session, event));
        }
        return new Batch(events, response.getLatestReplayId().toByteArray());
      } catch (StatusRuntimeException e) {
        throw new Broken("The schema of " + topic + " cannot be had: " + e.getMessage());
      }
    }

    /** As many more as have been dealt with. */
    void request(int events) {
      requests.onNext(
          FetchRequest.newBuilder().setTopicName(topic).setNumRequested(events).build());
    }

    private Broken failed(Throwable failure) throws ReplayIdExpired {
      var status = Status.fromThrowable(failure);
      var trailers = Status.trailersFromThrowable(failure);
      var code = trailers == null ? null : trailers.get(ERROR_CODE);
      if (code != null && code.contains("replayid")) {
        throw new ReplayIdExpired();
      }
      if (status.getCode() == Status.Code.UNAUTHENTICATED) {
        token.forget(session.token());
      }
      return new Broken(status.getCode() + ": " + status.getDescription());
    }

    @Override
    public void onNext(FetchResponse response) {
      arrived.add(response);
    }

    @Override
    public void onError(Throwable failure) {
      arrived.add(failure);
    }

    @Override
    public void onCompleted() {
      arrived.add(topic);
    }

    @Override
    public void close() {
      try {
        requests.onError(Status.CANCELLED.asRuntimeException());
      } catch (IllegalStateException _) {
        // it was over already
      }
    }
  }

  /**
   * @param after the replay id of the last event that was dealt with; null: from the earliest that
   *     the org still has
   * @throws Broken if there is no session
   */
  Subscription subscribe(String topic, byte @Nullable [] after) throws Broken {
    return new Subscription(topic, session(), after);
  }

  private Session session() throws Broken {
    var asked = token.get();
    return asked.session().orElseThrow(() -> new Broken("There is no session: " + asked.outcome()));
  }

  /**
   * Publishes platform events, each for itself.
   *
   * @param events fields by name; up to {@link #MOST_PUBLISHED}
   * @return in the events' order: null where it is published, else why not
   * @throws Broken if there was no answer: some may be published
   */
  List<@Nullable String> publish(String topic, List<Map<String, @Nullable Object>> events)
      throws Broken {
    var session = session();
    try {
      var schemaId = schemaId(session, topic);
      var schema = schema(session, schemaId);
      var request = PublishRequest.newBuilder().setTopicName(topic);
      for (var event : events) {
        request.addEvents(
            ProducerEvent.newBuilder()
                .setId(Integer.toString(request.getEventsCount()))
                .setSchemaId(schemaId)
                .setPayload(ByteString.copyFrom(encoded(schema, event))));
      }
      var response =
          blocking(session)
              .withDeadlineAfter(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)
              .publish(request.build());
      var refusals = new ArrayList<@Nullable String>();
      response.getResultsList().forEach(result -> refusals.add(refusal(result)));
      return refusals;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNAUTHENTICATED) {
        token.forget(session.token());
      }
      throw new Broken(e.getStatus().getCode() + ": " + e.getStatus().getDescription());
    }
  }

  private static @Nullable String refusal(PublishResult result) {
    return result.hasError()
        ? result.getError().getCode() + ": " + result.getError().getMsg()
        : null;
  }

  private Received received(Session session, ConsumerEvent event) {
    var schema = schema(session, event.getEvent().getSchemaId());
    try {
      var decoder =
          DecoderFactory.get().binaryDecoder(event.getEvent().getPayload().toByteArray(), null);
      return new Received(
          event.getReplayId().toByteArray(),
          new GenericDatumReader<GenericRecord>(schema).read(null, decoder));
    } catch (IOException e) {
      throw new UncheckedIOException("An event does not fit its schema.", e);
    }
  }

  private static byte[] encoded(Schema schema, Map<String, @Nullable Object> event) {
    var record = new GenericData.Record(schema);
    record.put("CreatedDate", 0L); // the org sets both
    record.put("CreatedById", "");
    event.forEach((name, value) -> record.put(name, fitted(value, schema.getField(name).schema())));
    try {
      var bytes = new ByteArrayOutputStream();
      var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Date/Time is a long of milliseconds, Number a double, everything else text. */
  private static @Nullable Object fitted(@Nullable Object value, Schema schema) {
    var type =
        schema.isUnion()
            ? schema.getTypes().stream()
                .filter(it -> it.getType() != Schema.Type.NULL)
                .findFirst()
                .orElse(schema)
            : schema;
    return switch (value) {
      case null -> null;
      case Instant moment when type.getType() == Schema.Type.LONG -> moment.toEpochMilli();
      case Number number when type.getType() == Schema.Type.DOUBLE -> number.doubleValue();
      case Number number when type.getType() == Schema.Type.LONG -> number.longValue();
      default -> value.toString();
    };
  }

  private String schemaId(Session session, String topic) {
    return schemaIds.computeIfAbsent(
        topic,
        _ ->
            blocking(session)
                .withDeadlineAfter(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .getTopic(TopicRequest.newBuilder().setTopicName(topic).build())
                .getSchemaId());
  }

  /** A schema never changes under its id. */
  private Schema schema(Session session, String id) {
    return schemas.computeIfAbsent(
        id,
        _ ->
            new Schema.Parser()
                .parse(
                    blocking(session)
                        .withDeadlineAfter(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)
                        .getSchema(SchemaRequest.newBuilder().setSchemaId(id).build())
                        .getSchemaJson()));
  }

  private PubSubGrpc.PubSubStub stub(Session session) {
    return PubSubGrpc.newStub(ClientInterceptors.intercept(channel, bearing(session)));
  }

  private PubSubGrpc.PubSubBlockingStub blocking(Session session) {
    return PubSubGrpc.newBlockingStub(ClientInterceptors.intercept(channel, bearing(session)));
  }

  private static ClientInterceptor bearing(Session session) {
    var metadata = new Metadata();
    metadata.put(key("accesstoken"), session.token());
    metadata.put(key("instanceurl"), session.instance().toString());
    metadata.put(key("tenantid"), session.orgId());
    return MetadataUtils.newAttachHeadersInterceptor(metadata);
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
