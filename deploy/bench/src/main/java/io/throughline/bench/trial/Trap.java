package io.throughline.bench.trial;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Ends this JVM at a named point of the so-manieth append, as if the power were cut: nothing is
 * closed, nobody is told.
 */
enum Trap {
  NONE,
  BEFORE_SEND,
  AFTER_COMMIT;

  private static final String APPEND = "with moved";

  /** The same data source, but for the trap in it. */
  DataSource in(DataSource dataSource, int append) {
    var left = new AtomicInteger(append);
    return proxy(
        DataSource.class,
        dataSource,
        result -> result instanceof Connection connection ? trapped(connection, left) : result);
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
              var sends = method.getName().equals("executeQuery");
              var isIt = sends && left.decrementAndGet() == 0;
              if (isIt && this == BEFORE_SEND) {
                Runtime.getRuntime().halt(137);
              }
              try {
                return method.invoke(statement, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (isIt && this == AFTER_COMMIT) {
                  Runtime.getRuntime().halt(137);
                }
              }
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
