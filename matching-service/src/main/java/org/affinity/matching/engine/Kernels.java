package org.affinity.matching.engine;

import org.affinity.matching.engine.domain.columnar.Kernel;
import org.affinity.matching.engine.domain.columnar.PlainKernel;

/** The fastest kernel of this virtual machine. */
public final class Kernels {

    private static final String MODULE = "jdk.incubator.vector";

    private Kernels() {}

    /** Explicit vector code where the machine has the vectors and was started with {@code --add-modules}; plain loops else. */
    public static Kernel best() {
        boolean hasModule = ModuleLayer.boot().findModule(MODULE).isPresent();
        return hasModule && VectorKernel.isWorthIt() ? new VectorKernel() : new PlainKernel();
    }
}
