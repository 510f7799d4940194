package org.affinity.profile.questionnaire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Settings of questionnaires. */
@ConfigMapping(prefix = "profile.questionnaire")
interface QuestionnaireConfiguration {

    /** Versions to load, as {@code <id>.v<version>}: files of the folder {@code questionnaires} on the class path. */
    @WithDefault("consumer-creator.v1")
    List<String> versions();
}
