package io.throughline.bench.trial;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** A connection that its user may neither commit nor close: its transaction stays open. */
record Uncommitted(Connection open) {

  Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            Uncommitted.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("commit") || method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(open, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
