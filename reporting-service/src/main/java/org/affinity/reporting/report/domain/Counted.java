package org.affinity.reporting.report.domain;

/** Numbers of things, in words that agree with them. */
final class Counted {

    private Counted() {}

    static String posts(int number) {
        return number == 1 ? "1 post" : number + " posts";
    }
}
