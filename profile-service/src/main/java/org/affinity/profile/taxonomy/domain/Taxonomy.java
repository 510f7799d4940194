package org.affinity.profile.taxonomy.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tree of categories that creators and brands are described by; never changes under its id. */
public final class Taxonomy {

    private final String id;
    private final String title;
    private final String attribution;
    private final Map<String, Category> categories = new LinkedHashMap<>();

    private Taxonomy(String id, String title, String attribution) {
        this.id = id;
        this.title = title;
        this.attribution = attribution;
    }

    /**
     * Reads a taxonomy.
     *
     * @param rows id, id of the parent (empty, or its own, at the top) and name of each category; a parent may come
     *     after its children
     * @param sensitiveRoots categories that are sensitive with everything below them
     */
    static Taxonomy of(
            String id, String title, String attribution, List<List<String>> rows, Set<String> sensitiveRoots) {
        var taxonomy = new Taxonomy(id, title, attribution);
        Map<String, List<String>> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.getFirst(), row));
        for (String categoryId : byId.keySet()) {
            taxonomy.add(categoryId, byId, sensitiveRoots);
        }
        return taxonomy;
    }

    private void add(String categoryId, Map<String, List<String>> rows, Set<String> sensitiveRoots) {
        List<String> row = rows.get(categoryId);
        String parent = parentOf(row);
        List<String> path = new ArrayList<>();
        boolean sensitive = false;
        for (String at = categoryId; at != null; at = parentOf(rows.get(at))) {
            path.addFirst(rows.get(at).get(2).strip());
            sensitive |= sensitiveRoots.contains(at);
        }
        categories.put(categoryId, new Category(categoryId, parent, row.get(2).strip(), path, sensitive));
    }

    private static String parentOf(List<String> row) {
        String parent = row.get(1);
        return parent.isEmpty() || parent.equals(row.getFirst()) ? null : parent;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Whose work it is and under which licence. */
    public String attribution() {
        return attribution;
    }

    /** Every category, in the order of the source. */
    public Collection<Category> categories() {
        return List.copyOf(categories.values());
    }

    /** The category of that id. */
    public Optional<Category> find(String categoryId) {
        return Optional.ofNullable(categories.get(categoryId));
    }

    /** The categories right below one, or at the top when it is null. */
    public List<Category> childrenOf(String categoryId) {
        return categories.values().stream()
                .filter(category ->
                        categoryId == null ? category.parentId() == null : categoryId.equals(category.parentId()))
                .toList();
    }

    /** The categories with this text in their path, and right below this category; null does not filter. */
    public List<Category> search(String text, String parentId) {
        String wanted = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return categories.values().stream()
                .filter(category -> parentId == null || parentId.equals(category.parentId()))
                .filter(category -> String.join("\n", category.path())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }
}
