package io.throughline.command.architecture.violating.customer;

import com.salesforce.eventbus.protobuf.TopicInfo;

/** A feature that speaks the CRM's own protocol. */
public final class KnowsSalesforce {
  public String topic() {
    return TopicInfo.getDefaultInstance().getTopicName();
  }
}
