/**
 * Work that must be done though the process dies: planned in the same transaction as whatever
 * caused it, kept in PostgreSQL, carried out by db-scheduler, one pool a dependency so that a slow
 * one starves nobody.
 */
@NullMarked
package io.throughline.command.platform.tasks;

import org.jspecify.annotations.NullMarked;
