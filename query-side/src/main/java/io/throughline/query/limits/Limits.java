package io.throughline.query.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code throughline.graphql.limits}.
 *
 * @param depth levels of fields
 * @param fields with those that fragments stand for
 * @param aliases of a request
 * @param tokens of a document
 * @param cost as {@link Cost} reckons it
 * @param answer estimated size of an answer; Apex may hold 6 MB
 */
@ConfigurationProperties("throughline.graphql.limits")
record Limits(
    @DefaultValue("15") int depth,
    @DefaultValue("500") int fields,
    @DefaultValue("30") int aliases,
    @DefaultValue("3000") int tokens,
    @DefaultValue("20000") int cost,
    @DefaultValue("2MB") DataSize answer) {}
