package org.affinity.profile.guardianship.domain;

/** The person who holds parental authority, and how to reach them: by e-mail, by telephone, or both. */
public record Guardian(String name, String email, String phone) {

    /** Keeps the person out of logs. */
    @Override
    public String toString() {
        return "Guardian[]";
    }
}
