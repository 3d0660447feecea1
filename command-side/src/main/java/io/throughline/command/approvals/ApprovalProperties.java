package io.throughline.command.approvals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.approvals}.
 *
 * @param expiry how long a request waits for a second person (business time)
 */
@ConfigurationProperties("throughline.approvals")
record ApprovalProperties(@DefaultValue("14d") Duration expiry) {}
