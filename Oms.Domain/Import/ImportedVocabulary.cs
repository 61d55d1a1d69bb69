using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import;

/// <summary>A vocabulary as a reader of one format gives it: whole definitions under the ids of <see cref="StableIds"/>, and what found no place.</summary>
/// <param name="Elements">The definitions, each id once. References between them are ids, not names.</param>
/// <param name="Unmapped">What the files say that the registry has no place for; none of it is dropped silently.</param>
public sealed record ImportedVocabulary(ImmutableArray<Element> Elements, ImmutableArray<Unmapped> Unmapped)
{
    /// <summary>
    /// True where the definitions say all there is of an element, as a schema does: a member that is not said to be required is not. False where a
    /// vocabulary leaves such things open, so that what people added on the branch stays.
    /// </summary>
    public bool IsWhole { get; init; }
}
