package io.throughline.simulators.salesforce;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.ErrorCode;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.PublishResult;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.throughline.simulators.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The org's Pub/Sub API over gRPC. Subscriptions are pulled, at most 100 events at a time; what the
 * fault plan makes of them: deliveries that come twice, and streams that break.
 */
final class PubSub extends PubSubGrpc.PubSubImplBase implements AutoCloseable {
  static final int MOST_REQUESTED = 100;
  private static final int MOST_PUBLISHED = 200;
  private static final int LARGEST_EVENT = 1 << 20;
  private static final Context.Key<String> USER = Context.key("user");
  private static final Metadata.Key<String> ERROR_CODE =
      Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER);

  private final Org org;
  private final OrgTokens tokens;
  private final OrgAccount account;
  private final Faults faults;
  private final EventSchemas schemas = new EventSchemas();
  private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("pubsub-keepalive").daemon().factory());
  private final Server server;

  PubSub(Org org, OrgTokens tokens, OrgAccount account, Faults faults, int port) {
    this.org = org;
    this.tokens = tokens;
    this.account = account;
    this.faults = faults;
    try {
      this.server =
          NettyServerBuilder.forAddress(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
              .addService(this)
              .intercept(new Sessions())
              .executor(Executors.newVirtualThreadPerTaskExecutor())
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("The Pub/Sub API cannot listen on port " + port + ".", e);
    }
    var every = Math.max(50, account.keepalive().toMillis());
    var _ =
        clock.scheduleAtFixedRate(
            () -> subscriptions.forEach(Subscription::keepAlive),
            every,
            every,
            TimeUnit.MILLISECONDS);
  }

  int port() {
    return server.getPort();
  }

  /** Breaks every stream there is, as a release or a network does. */
  void disconnectAll() {
    subscriptions.forEach(it -> it.fail(status(Status.UNAVAILABLE, "io exception"), ""));
  }

  /** Every call needs a session; the org's id must fit it. */
  private final class Sessions implements ServerInterceptor {
    private static final Metadata.Key<String> TOKEN = key("accesstoken");
    private static final Metadata.Key<String> TENANT = key("tenantid");
    private static final Metadata.Key<String> INSTANCE = key("instanceurl");

    private static Metadata.Key<String> key(String name) {
      return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public <Q, S> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, S> call, Metadata headers, ServerCallHandler<Q, S> next) {
      var token = headers.get(TOKEN);
      var isGood =
          token != null
              && tokens.isGood(token)
              && account.orgId().equals(headers.get(TENANT))
              && headers.containsKey(INSTANCE);
      if (!isGood) {
        var trailers = new Metadata();
        trailers.put(ERROR_CODE, "sfdc.platform.eventbus.grpc.service.auth.error");
        call.close(
            Status.UNAUTHENTICATED.withDescription(
                "Authentication exception occurred. The supplied session is not valid."),
            trailers);
        return new ServerCall.Listener<>() {};
      }
      return Contexts.interceptCall(
          Context.current().withValue(USER, tokens.user()), call, headers, next);
    }
  }

  @Override
  public void getTopic(TopicRequest request, StreamObserver<TopicInfo> answer) {
    var schema = schemas.of(request.getTopicName());
    if (schema.isEmpty()) {
      answer.onError(status(Status.NOT_FOUND, "topic not found").asRuntimeException());
      return;
    }
    answer.onNext(
        TopicInfo.newBuilder()
            .setTopicName(request.getTopicName())
            .setTenantGuid(account.orgId())
            .setCanPublish(request.getTopicName().startsWith("/event/"))
            .setCanSubscribe(true)
            .setSchemaId(EventSchemas.idOf(schema.get()))
            .build());
    answer.onCompleted();
  }

  @Override
  public void getSchema(SchemaRequest request, StreamObserver<SchemaInfo> answer) {
    var schema = schemas.withId(request.getSchemaId());
    if (schema.isEmpty()) {
      answer.onError(status(Status.INVALID_ARGUMENT, "schema not found").asRuntimeException());
      return;
    }
    answer.onNext(
        SchemaInfo.newBuilder()
            .setSchemaId(request.getSchemaId())
            .setSchemaJson(schema.get().toString())
            .build());
    answer.onCompleted();
  }

  @Override
  public void publish(PublishRequest request, StreamObserver<PublishResponse> answer) {
    var schema = schemas.of(request.getTopicName());
    if (schema.isEmpty() || !request.getTopicName().startsWith("/event/")) {
      answer.onError(status(Status.NOT_FOUND, "topic not found").asRuntimeException());
      return;
    }
    if (request.getEventsCount() > MOST_PUBLISHED) {
      answer.onError(status(Status.INVALID_ARGUMENT, "too many events").asRuntimeException());
      return;
    }
    var response = PublishResponse.newBuilder();
    for (var event : request.getEventsList()) {
      response.addResults(published(request.getTopicName(), event));
    }
    if (faults.happens("publish " + response.getResults(0).getReplayId(), 0.5)) {
      answer.onError(status(Status.UNAVAILABLE, "io exception").asRuntimeException());
      return; // it was done, and nobody hears of it
    }
    answer.onNext(response.build());
    answer.onCompleted();
  }

  private PublishResult published(String topic, ProducerEvent event) {
    var result = PublishResult.newBuilder().setCorrelationKey(event.getId());
    try {
      if (event.getPayload().size() > LARGEST_EVENT) {
        throw new IllegalArgumentException("The event is larger than 1 MB.");
      }
      var schema =
          schemas
              .withId(event.getSchemaId())
              .orElseThrow(() -> new IllegalArgumentException("The schema is not known."));
      org.publish(
          topic.substring("/event/".length()),
          EventSchemas.decoded(schema, event.getPayload().toByteArray()),
          USER.get());
      return result
          .setReplayId(ByteString.copyFrom(Bus.bytes(Bus.idOf(org.bus().end(topic) - 1))))
          .build();
    } catch (IllegalArgumentException | OrgRefusal e) {
      return result
          .setError(
              com.salesforce.eventbus.protobuf.Error.newBuilder()
                  .setCode(ErrorCode.PUBLISH)
                  .setMsg(String.valueOf(e.getMessage())))
          .build();
    }
  }

  @Override
  public StreamObserver<FetchRequest> subscribe(StreamObserver<FetchResponse> answers) {
    return new Subscription(answers);
  }

  private static Status status(Status status, String message) {
    return status.withDescription(message);
  }

  /** One stream. What it has been asked for and not delivered yet comes as it happens. */
  private final class Subscription implements StreamObserver<FetchRequest> {
    private final StreamObserver<FetchResponse> answers;
    private final Runnable pump = this::pump;
    private String topic = "";
    private int position = -1;
    private int wanted;
    private int deliveries;
    private boolean ended;

    Subscription(StreamObserver<FetchResponse> answers) {
      this.answers = answers;
    }

    @Override
    public void onNext(FetchRequest request) {
      synchronized (this) {
        if (ended) {
          return;
        }
        if (request.getNumRequested() < 1 || request.getNumRequested() > MOST_REQUESTED) {
          fail(
              status(Status.INVALID_ARGUMENT, "num_requested must be from 1 to 100"),
              "sfdc.platform.eventbus.grpc.subscription.fetch.requests.invalid");
          return;
        }
        if (position < 0 && !begin(request)) {
          return;
        }
        wanted += request.getNumRequested();
      }
      pump();
    }

    private boolean begin(FetchRequest request) {
      topic = request.getTopicName();
      if (schemas.of(topic).isEmpty()) {
        fail(status(Status.NOT_FOUND, "topic not found"), "");
        return false;
      }
      var beginning = org.bus().beginning(topic, Instant.now(), account.retention());
      switch (request.getReplayPreset()) {
        case EARLIEST -> position = beginning;
        case CUSTOM -> {
          var after = org.bus().after(topic, request.getReplayId().toByteArray(), beginning);
          if (after.isEmpty()) {
            fail(
                status(
                    Status.INVALID_ARGUMENT,
                    "The Replay ID validation failed. Ensure that the Replay ID is valid."),
                "sfdc.platform.eventbus.grpc.subscription.fetch.replayid.validation.failed");
            return false;
          }
          position = after.getAsInt();
        }
        default -> position = org.bus().end(topic);
      }
      subscriptions.add(this);
      org.bus().listen(pump);
      return true;
    }

    private synchronized void pump() {
      while (!ended && position >= 0 && wanted > 0) {
        var events = org.bus().from(topic, position, wanted);
        if (events.isEmpty()) {
          return;
        }
        var response = FetchResponse.newBuilder();
        for (var event : events) {
          response.addEvents(consumed(event));
          if (faults.happens("twice " + topic + event.replayId(), 0.5)) {
            response.addEvents(consumed(event)); // at least once, says the vendor
          }
        }
        position += events.size();
        wanted -= events.size();
        deliveries++;
        answers.onNext(
            response
                .setLatestReplayId(ByteString.copyFrom(Bus.bytes(events.getLast().replayId())))
                .setPendingNumRequested(wanted)
                .build());
        if (faults.happens("break " + topic + position + "/" + deliveries, 0.5)) {
          fail(status(Status.UNAVAILABLE, "io exception"), "");
        }
      }
    }

    private ConsumerEvent consumed(Bus.Event event) {
      var schema = schemas.of(topic).orElseThrow();
      return ConsumerEvent.newBuilder()
          .setEvent(
              ProducerEvent.newBuilder()
                  .setId(Long.toString(event.replayId()))
                  .setSchemaId(EventSchemas.idOf(schema))
                  .setPayload(ByteString.copyFrom(schemas.encoded(event, tokens.user()))))
          .setReplayId(ByteString.copyFrom(Bus.bytes(event.replayId())))
          .build();
    }

    synchronized void keepAlive() {
      if (!ended && position >= 0 && wanted > 0) {
        answers.onNext(
            FetchResponse.newBuilder()
                .setLatestReplayId(ByteString.copyFrom(Bus.bytes(Bus.idOf(position - 1))))
                .setPendingNumRequested(wanted)
                .build());
      }
    }

    synchronized void fail(Status status, String code) {
      if (!ended) {
        leave();
        var trailers = new Metadata();
        if (!code.isEmpty()) {
          trailers.put(ERROR_CODE, code);
        }
        answers.onError(status.asRuntimeException(trailers));
      }
    }

    private void leave() {
      ended = true;
      subscriptions.remove(this);
      org.bus().leave(pump);
    }

    @Override
    public synchronized void onError(Throwable gone) {
      leave();
    }

    @Override
    public synchronized void onCompleted() {
      if (!ended) {
        leave();
        answers.onCompleted();
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    server.shutdownNow();
    try {
      server.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
