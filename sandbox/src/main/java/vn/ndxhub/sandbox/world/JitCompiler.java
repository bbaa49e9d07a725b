package vn.ndxhub.sandbox.world;

import java.util.List;

/** How the compiler of a JVM goes about its work. */
final class JitCompiler {

    /**
     * A compiler that spends its best on all that a start goes through keeps the work waiting for half a minute: what events go through
     * is called often enough for ten times the usual thresholds.
     */
    static final List<String> SPARING = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private JitCompiler() {}
}
