package vn.ndxhub.connectors.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ndxhub.connectors.definition.MappingText;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.definition.CurrentDefinitions;
import vn.ndxhub.core.definition.Definition;
import vn.ndxhub.core.definition.DefinitionKind;
import vn.ndxhub.core.definition.IndicatorsText;
import vn.ndxhub.core.definition.KnownDefinitions;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Indicators;

/** The definitions of every source folder, those of its older files too, by hash: a file's version number only tells files apart. */
final class FolderDefinitions implements KnownDefinitions, Indicators {

    private final Map<SourceId, CurrentDefinitions> current = new HashMap<>();
    private final Map<Definition, List<Indicator>> indicators = new HashMap<>();

    /** @param versions indicators by source and the number of their file */
    FolderDefinitions(Map<SourceId, Source> sources, Map<SourceId, Map<Long, List<Indicator>>> versions) {
        versions.forEach((source, byNumber) ->
                byNumber.values().forEach(each -> indicators.put(definition(source, each), each)));
        sources.forEach((id, source) -> {
            Definition mapping = Definition.of(id, DefinitionKind.MAPPING, MappingText.of(source));
            List<Indicator> newest =
                    versions.getOrDefault(id, Map.of()).getOrDefault((long) source.indicatorsVersion(), List.of());
            current.put(id, new CurrentDefinitions(mapping, definition(id, newest)));
        });
    }

    CurrentDefinitions current(SourceId source) {
        CurrentDefinitions known = current.get(source);
        if (known == null) {
            throw new IllegalArgumentException("There is no source '" + source + "'");
        }
        return known;
    }

    @Override
    public Optional<Definition> find(SourceId source, DefinitionKind kind, long hash) {
        CurrentDefinitions known = current.get(source);
        if (kind == DefinitionKind.MAPPING) {
            return Optional.ofNullable(known).map(CurrentDefinitions::mapping).filter(each -> each.hash() == hash);
        }
        return indicators.keySet().stream()
                .filter(each -> each.source().equals(source) && each.hash() == hash)
                .findFirst();
    }

    @Override
    public List<Indicator> of(SourceId source, long hash) {
        return find(source, DefinitionKind.INDICATORS, hash)
                .map(indicators::get)
                .orElseThrow(() -> new UnknownDefinition(source, hash));
    }

    private static Definition definition(SourceId source, List<Indicator> indicators) {
        return Definition.of(source, DefinitionKind.INDICATORS, IndicatorsText.write(source, indicators));
    }
}
