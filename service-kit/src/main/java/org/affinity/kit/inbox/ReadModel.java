package org.affinity.kit.inbox;

/** A copy of another service's state that can be thrown away and built again from the first event of its topic. */
public interface ReadModel extends EventConsumer {

    /** Deletes the whole copy, in the transaction that asks for the rebuild. */
    void clear();
}
