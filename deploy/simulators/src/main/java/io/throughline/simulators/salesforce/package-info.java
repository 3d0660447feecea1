/**
 * A Salesforce org: OAuth, REST records and SOQL, platform events and change data capture over the
 * Pub/Sub API. It keeps as much of Salesforce's rules as an integration meets; what it cannot do it
 * refuses in Salesforce's words.
 */
@NullMarked
package io.throughline.simulators.salesforce;

import org.jspecify.annotations.NullMarked;
