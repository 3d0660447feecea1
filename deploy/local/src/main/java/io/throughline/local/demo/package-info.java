/**
 * The main job on real input: registers customers, submits orders as Salesforce would, watches them
 * through the query side and reports what became of them ({@code Input -> Submission -> CommandApi;
 * QueryApi -> Progress, DemoReport}). It goes through the public surface only; what really happened
 * is read from the simulators' books.
 */
@NullMarked
package io.throughline.local.demo;

import org.jspecify.annotations.NullMarked;
