package org.affinity.profile.creator.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.affinity.profile.creator.domain.Platform;

/** Stores a platform under its name. */
@Converter(autoApply = true)
class PlatformConverter implements AttributeConverter<Platform, String> {

    @Override
    public String convertToDatabaseColumn(Platform platform) {
        return platform == null ? null : platform.name();
    }

    @Override
    public Platform convertToEntityAttribute(String name) {
        return name == null ? null : new Platform(name);
    }
}
