package io.throughline.command.salesforce;

import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.salesforce.PubSubClient.Received;
import java.util.List;

/** What is made of a topic's events. */
interface EventTopic {

  /** {@code /event/Order_Intent__e}, {@code /data/AccountChangeEvent}. */
  String name();

  /** So that one node reads it at a time. */
  ClusterLock.Work work();

  /**
   * Makes something durable of all of them.
   *
   * @throws AskedInVain if this cannot be done now: the same events are given again
   */
  void take(List<Received> events) throws AskedInVain;

  /**
   * Reads from the org's records what events may have been missed of.
   *
   * @throws AskedInVain if this cannot be done now
   */
  void reread() throws AskedInVain;

  /** Looks after what waits; called every few seconds. */
  void tidy() throws AskedInVain;

  /** The org gave no answer that would do; whoever asked comes again later. */
  final class AskedInVain extends Exception {
    private static final long serialVersionUID = 1L;

    AskedInVain(String message) {
      super(message);
    }

    /** Goes on where the org did what it was asked. */
    static void unless(OrgAnswer<?> answer) throws AskedInVain {
      switch (answer) {
        case OrgAnswer.Done<?> _ -> {}
        case OrgAnswer.Later<?> later -> throw new AskedInVain(later.reason());
        case OrgAnswer.No<?> no -> throw new AskedInVain("Salesforce refuses: " + no.reason());
      }
    }
  }
}
