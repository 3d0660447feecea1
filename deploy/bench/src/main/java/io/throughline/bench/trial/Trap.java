package io.throughline.bench.trial;

import io.throughline.command.eventstore.notary.CheckpointPlace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Ends this JVM at a named point of the so-manieth append or checkpoint, as if the power were cut:
 * nothing is closed, nobody is told.
 */
enum Trap {
  NONE,
  BEFORE_SEND,
  AFTER_COMMIT,
  /** A checkpoint is signed, and nobody has it. */
  BEFORE_CHECKPOINT,
  /** It is in its place outside, and not in the database. */
  DURING_CHECKPOINT;

  private static final String APPEND = "with moved";

  /** The same data source, but for the trap in it. */
  DataSource in(DataSource dataSource, int append) {
    var left = new AtomicInteger(append);
    return proxy(
        DataSource.class,
        dataSource,
        result -> result instanceof Connection connection ? trapped(connection, left) : result);
  }

  /** The same place for checkpoints, but for the trap in it. */
  CheckpointPlace in(CheckpointPlace place, int checkpoint) {
    var left = new AtomicInteger(checkpoint);
    return (CheckpointPlace)
        Proxy.newProxyInstance(
            Trap.class.getClassLoader(),
            new Class<?>[] {CheckpointPlace.class},
            (_, method, arguments) -> {
              var isIt = method.getName().equals("write") && left.decrementAndGet() == 0;
              return within(
                  isIt && this == BEFORE_CHECKPOINT,
                  isIt && this == DURING_CHECKPOINT,
                  () -> method.invoke(place, arguments));
            });
  }

  private interface Work {
    Object run() throws ReflectiveOperationException;
  }

  private static Object within(boolean before, boolean after, Work work) throws Throwable {
    if (before) {
      Runtime.getRuntime().halt(137);
    }
    try {
      return work.run();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      if (after) {
        Runtime.getRuntime().halt(137);
      }
    }
  }

  private Connection trapped(Connection connection, AtomicInteger left) {
    return proxy(
        Connection.class,
        connection,
        result ->
            result instanceof PreparedStatement statement && statement.toString().contains(APPEND)
                ? trapped(statement, left)
                : result);
  }

  private PreparedStatement trapped(PreparedStatement statement, AtomicInteger left) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            Trap.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (_, method, arguments) -> {
              var isIt = method.getName().equals("executeQuery") && left.decrementAndGet() == 0;
              return within(
                  isIt && this == BEFORE_SEND,
                  isIt && this == AFTER_COMMIT,
                  () -> method.invoke(statement, arguments));
            });
  }

  private interface Change {
    Object of(Object result);
  }

  private static <T> T proxy(Class<T> type, T target, Change change) {
    return type.cast(
        Proxy.newProxyInstance(
            Trap.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                return change.of(method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
