package org.affinity.profile.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.imports.domain.Duplicates;
import org.affinity.profile.imports.domain.Duplicates.Verdict;
import org.affinity.profile.imports.domain.RowReading;
import org.affinity.profile.imports.store.MetAccounts;
import org.affinity.profile.imports.store.MetAccounts.First;
import org.affinity.profile.imports.store.MetAccounts.Variant;

/**
 * Finds the accounts of a batch that occurred before in the file. One statement for a batch of new accounts; only
 * accounts that occur again are looked at more closely.
 */
@ApplicationScoped
class DuplicateCheck {

    private final MetAccounts metAccounts;

    DuplicateCheck(MetAccounts metAccounts) {
        this.metAccounts = metAccounts;
    }

    /** The verdicts on the records of a batch, null for those that name no account. */
    List<Verdict> judge(UUID importId, Duplicates duplicates, List<ReadRecord> batch) {
        List<Met> met = batch.stream().map(record -> met(record, duplicates)).toList();
        know(importId, duplicates, met);
        var verdicts = new ArrayList<Verdict>();
        var variants = new ArrayList<Variant>();
        for (Met one : met) {
            Verdict verdict = one == null
                    ? null
                    : duplicates.meet(one.account(), one.record().row());
            if (verdict instanceof Duplicates.Conflicting) {
                variants.add(one.variant());
            }
            verdicts.add(verdict);
        }
        metAccounts.remember(importId, variants);
        return verdicts;
    }

    /** Tells what the batches before have met of these accounts. */
    private void know(UUID importId, Duplicates duplicates, List<Met> batch) {
        var accounts = new LinkedHashMap<UUID, Met>();
        batch.stream().filter(one -> one != null).forEach(one -> accounts.putIfAbsent(one.accountId(), one));
        Set<UUID> fresh = metAccounts.claim(
                importId, accounts.values().stream().map(Met::first).toList());
        List<UUID> known = accounts.keySet().stream()
                .filter(account -> !fresh.contains(account))
                .toList();
        Map<UUID, First> firsts = metAccounts.firsts(importId, known);
        firsts.forEach(
                (account, first) -> duplicates.know(accounts.get(account).account(), first.row(), first.content()));
        List<Met> others = batch.stream()
                .filter(one -> one != null && firsts.containsKey(one.accountId()))
                .filter(one -> !firsts.get(one.accountId()).content().equals(one.content()))
                .toList();
        var contents = new LinkedHashMap<UUID, Met>();
        others.forEach(one -> contents.put(one.contentId(), one));
        metAccounts
                .variants(importId, others.stream().map(Met::variant).toList())
                .forEach(variant -> {
                    Met one = contents.get(variant.content());
                    duplicates.know(one.account(), variant.row(), one.content());
                });
    }

    private static Met met(ReadRecord record, Duplicates duplicates) {
        return record.reading() instanceof RowReading.Read read
                ? Met.of(record, read.account().account().key(), duplicates.content(record.row()))
                : null;
    }

    private record Met(ReadRecord record, AccountKey account, UUID accountId, String content, UUID contentId) {

        static Met of(ReadRecord record, AccountKey account, String content) {
            UUID accountId = digest(account.platform().name() + "\n" + account.handleKey());
            // The account is part of it: two accounts may be said to be the same in all else.
            return new Met(record, account, accountId, content, digest(accountId + "\n" + content));
        }

        First first() {
            return new First(accountId, record.row().row(), content);
        }

        Variant variant() {
            return new Variant(accountId, contentId, record.row().row());
        }

        /** The first half of the SHA-256 of a text: as good as the text for telling it from others. */
        private static UUID digest(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                ByteBuffer buffer = ByteBuffer.wrap(hash);
                return new UUID(buffer.getLong(), buffer.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }
}
