using System.Collections.Immutable;

namespace Oms.Domain.Import;

/// <summary>Counts what an import comes to while it is planned.</summary>
internal sealed class ImportTally
{
    internal int Created { get; set; }

    internal int Updated { get; set; }

    internal int Renamed { get; set; }

    internal int Deprecated { get; set; }

    internal int Restored { get; set; }

    internal int Deleted { get; set; }

    internal int Unchanged { get; set; }

    internal int Vanished { get; set; }

    internal ImportSummary Summarise(ImportedVocabulary vocabulary) => new(
        vocabulary.Elements.GroupBy(e => e.Kind).ToImmutableSortedDictionary(g => g.Key, g => g.Count()),
        Created, Updated, Renamed, Deprecated, Restored, Unchanged, Vanished, vocabulary.Unmapped) { Deleted = Deleted };
}
