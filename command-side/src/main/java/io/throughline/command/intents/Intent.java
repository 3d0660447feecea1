package io.throughline.command.intents;

/**
 * What somebody in the CRM wants of us.
 *
 * @param id names it for good: the command's idempotency key
 * @param kind in the CRM's words: {@code New Sale}, {@code Cancellation} …
 * @param orderNumber which order it is about
 * @param body JSON: the body of the command API's request of that kind
 * @param actor who wants it, as an opaque id
 */
public record Intent(String id, String kind, String orderNumber, String body, String actor) {}
