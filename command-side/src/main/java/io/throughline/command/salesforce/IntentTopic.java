package io.throughline.command.salesforce;

import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.salesforce.PubSubClient.Received;
import java.util.LinkedHashSet;
import java.util.List;

/** {@code Order_Intent__e}: it only says which record to read. */
final class IntentTopic implements EventTopic {
  private final Intents intents;

  IntentTopic(Intents intents) {
    this.intents = intents;
  }

  @Override
  public String name() {
    return "/event/Order_Intent__e";
  }

  @Override
  public ClusterLock.Work work() {
    return ClusterLock.Work.TAKING_INTENTS;
  }

  @Override
  public void take(List<Received> events) throws AskedInVain {
    var ids = new LinkedHashSet<String>();
    events.forEach(event -> ids.add(event.text("Intent_Id__c")));
    ids.remove("");
    intents.take(ids);
  }

  @Override
  public void reread() throws AskedInVain {
    intents.sweep();
  }

  @Override
  public void tidy() throws AskedInVain {
    intents.retry();
  }
}
