package io.throughline.kernel.ownership;

/**
 * One field of one entity.
 *
 * @param meaning one sentence for a person
 */
public record Fact(
    String entity, String field, SystemOfRecord owner, Policy policy, String meaning) {}
