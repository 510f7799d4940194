package org.affinity.profile.willingness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.FactSource;
import org.affinity.profile.creator.domain.LanguageLevel;
import org.affinity.profile.creator.domain.PaidPause;
import org.affinity.profile.creator.domain.RateCardLine;
import org.affinity.profile.creator.store.BrandRow;
import org.affinity.profile.creator.store.CreatorEntity;

/** What creators want, part by part; each change raises the creator's version and leaves as one event. */
@ApplicationScoped
public class WillingnessService {

    private final CreatorService creators;

    WillingnessService(CreatorService creators) {
        this.creators = creators;
    }

    @Transactional
    public AvailabilityPart availability(UUID creatorId) {
        return creators.read(creatorId, AvailabilityPart::of);
    }

    /** Puts availability in place of the present one. */
    @Transactional
    public AvailabilityPart replaceAvailability(
            UUID creatorId, List<Availability> offers, PaidPause pause, LongConsumer precondition) {
        Consumer<CreatorEntity> change = creator -> {
            creator.writeAvailability(offers);
            creator.paidPauseFrom = pause == null ? null : pause.from();
            creator.paidPauseUntil = pause == null ? null : pause.until();
        };
        return changed(creatorId, precondition, change, AvailabilityPart::of);
    }

    @Transactional
    public RateCardPart rateCard(UUID creatorId) {
        return creators.read(creatorId, RateCardPart::of);
    }

    /** Puts prices in place of the present ones. */
    @Transactional
    public RateCardPart replaceRateCard(UUID creatorId, List<RateCardLine> lines, LongConsumer precondition) {
        return changed(creatorId, precondition, creator -> creator.rateCard = List.copyOf(lines), RateCardPart::of);
    }

    @Transactional
    public LanguagesPart languages(UUID creatorId) {
        return creators.read(creatorId, LanguagesPart::of);
    }

    /** Puts languages, also those of the profile, in place of the present ones. */
    @Transactional
    public LanguagesPart replaceLanguages(
            UUID creatorId, List<String> languages, Map<String, LanguageLevel> levels, LongConsumer precondition) {
        Consumer<CreatorEntity> change = creator -> {
            creator.languages = new ArrayList<>(languages);
            creator.languageLevels = Map.copyOf(levels);
        };
        return changed(creatorId, precondition, change, LanguagesPart::of);
    }

    /** Ties to brands, as far as the caller may see them. */
    @Transactional
    public BrandsPart brands(UUID creatorId) {
        return creators.read(creatorId, BrandsPart::of);
    }

    /** Puts declared ties in place of the declared ones; what was measured stays, unless it is declared now. */
    @Transactional
    public BrandsPart replaceBrands(UUID creatorId, List<BrandTie> ties, LongConsumer precondition) {
        return editBrands(creatorId, _ -> ties, precondition);
    }

    /** The same with ties that are made of the present ones. */
    @Transactional
    public BrandsPart editBrands(UUID creatorId, UnaryOperator<List<BrandTie>> edit, LongConsumer precondition) {
        Consumer<CreatorEntity> change = creator -> {
            List<BrandTie> ties =
                    edit.apply(creator.brands.stream().map(BrandRow::tie).toList());
            Stream<BrandTie> measured = creator.brands.stream()
                    .map(BrandRow::tie)
                    .filter(tie -> tie.source() == FactSource.MEASURED)
                    .filter(tie -> ties.stream().noneMatch(tie::isSameAs))
                    .map(tie -> BrandTie.measured(tie.name()));
            creator.writeBrands(Stream.concat(ties.stream().map(tie -> seen(tie, creator)), measured)
                    .toList());
        };
        return changed(creatorId, precondition, change, BrandsPart::of);
    }

    /** What is declared of work that was measured stays measured. */
    private static BrandTie seen(BrandTie declared, CreatorEntity creator) {
        boolean measured = creator.brands.stream()
                .map(BrandRow::tie)
                .anyMatch(tie -> tie.source() == FactSource.MEASURED && tie.isSameAs(declared));
        return measured ? declared.asMeasured() : declared;
    }

    @Transactional
    public NichesPart niches(UUID creatorId) {
        return creators.read(creatorId, NichesPart::of);
    }

    /** Puts chosen categories in place of the present ones. */
    @Transactional
    public NichesPart replaceNiches(UUID creatorId, List<String> categories, LongConsumer precondition) {
        return changed(
                creatorId, precondition, creator -> creator.niches = new ArrayList<>(categories), NichesPart::of);
    }

    @Transactional
    public CausesPart causes(UUID creatorId) {
        return creators.read(creatorId, CausesPart::of);
    }

    /** Puts causes in place of the present ones. */
    @Transactional
    public CausesPart replaceCauses(UUID creatorId, List<String> causes, LongConsumer precondition) {
        return changed(creatorId, precondition, creator -> creator.causes = new ArrayList<>(causes), CausesPart::of);
    }

    private <T> T changed(
            UUID creatorId,
            LongConsumer precondition,
            Consumer<CreatorEntity> change,
            Function<CreatorEntity, T> view) {
        creators.change(creatorId, precondition, change);
        return creators.read(creatorId, view);
    }
}
