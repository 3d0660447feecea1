package io.throughline.bench.eventstore;

import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Findings;
import io.throughline.bench.harness.Result;
import io.throughline.bench.harness.Suite;
import io.throughline.command.eventstore.AggregateCache;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writing and reading events, beside what others do for the same end. */
public final class EventStoreSuite implements Suite {

  @Override
  public String name() {
    return "eventstore";
  }

  @Override
  public String description() {
    return "Writing and reading events, beside Axon's JDBC engine and more";
  }

  @Override
  public Map<String, Object> parameters(Effort effort) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("rounds", effort.rounds());
    parameters.put("roundMs", effort.round().toMillis());
    parameters.put("concurrentCommands", Commands.CALLERS);
    parameters.put("connections", Server.CONNECTIONS);
    parameters.put("eventsToASnapshot", Histories.EVENTS_TO_A_SNAPSHOT);
    parameters.put("payloadBytesCreate", Rows.payload(Sale.submitted("C-1")).length);
    parameters.put("payloadBytesUpdate", Rows.payload(Sale.touched("C-1")).length);
    return parameters;
  }

  @Override
  public Findings run(Effort effort, Consumer<String> progress) throws Exception {
    progress.accept("Starting PostgreSQL");
    try (var server = Server.start()) {
      var results = new ArrayList<Result>();
      if (Commands.areWanted(effort)) {
        results.addAll(commands(server, effort, progress));
      }
      results.addAll(new Reading(server, effort, progress).run());
      return new Findings(server.described(), server.others().share(), results);
    }
  }

  private static List<Result> commands(Server server, Effort effort, Consumer<String> progress)
      throws Exception {
    progress.accept("Starting the engines");
    try (var ours = new OurEngine(server.newDatabase("throughline"));
        var sealing = OurEngine.sealing(server.newDatabase("sealing"));
        var stock = new StockEngine(server.newDatabase("stock"), new AggregateCache());
        var plain = new PlainInsert(server.newDatabase("plain"));
        var crud = new AuditedUpdate(server.newDatabase("crud"))) {
      return new Commands(server, ours, sealing, stock, plain, crud, effort, progress).run();
    }
  }
}
