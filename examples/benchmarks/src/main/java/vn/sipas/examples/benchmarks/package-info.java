/**
 * Measures the library against its peers.
 *
 * <p>Absolute times belong to one machine on one day; ratios measured in one run travel further. So a {@link
 * vn.sipas.examples.benchmarks.Study} measures the library and its peer one after the other on the same input, checks that
 * both gave the same answer, and reports the ratio beside the bar it is held to. Micro-benchmarks are JMH classes, run by
 * {@link vn.sipas.examples.benchmarks.JmhRun}; whole jobs are programs of their own, run by {@link
 * vn.sipas.examples.benchmarks.ChildProcess} in fresh processes that alternate with those of the peer.
 *
 * <p>To add a study, implement {@link vn.sipas.examples.benchmarks.Study} and name it in {@link
 * vn.sipas.examples.benchmarks.Benchmarks}.
 */
@NullMarked
package vn.sipas.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
