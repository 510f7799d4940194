package org.affinity.profile.willingness.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.taxonomy.domain.Category;
import org.affinity.profile.taxonomy.domain.Taxonomy;

/** Checks ids of categories that shall describe a person. */
final class CategoryIds {

    private CategoryIds() {}

    /** The ids as given, when each is a category of the taxonomy that may describe a person, and stands there once. */
    static List<String> checked(Taxonomy taxonomy, List<String> ids, String pointer) {
        var rules = new BrokenRules();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String at = pointer + "/" + i;
            Optional<Category> category = taxonomy.find(ids.get(i));
            rules.check(category.isPresent(), at, "category", "must be the id of a category of " + taxonomy.id());
            rules.check(seen.add(ids.get(i)), at, "unique", "repeats one before it");
            rules.check(
                    category.filter(Category::sensitive).isEmpty(),
                    at,
                    "sensitive",
                    "could tell of health, belief, opinion or sex life of a person");
        }
        rules.refuse();
        return List.copyOf(ids);
    }
}
