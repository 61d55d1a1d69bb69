using System.Collections.Immutable;

namespace Oms.Domain.Import.GraphQl;

/// <summary>An argument, or a field of an input object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description; null where there is none.</param>
/// <param name="Type">Its type as it is written, without white space.</param>
/// <param name="Default">The value where none is given; null where there is none.</param>
/// <param name="Directives">The directives applied to it.</param>
/// <param name="Line">The line it starts at, from 1.</param>
public sealed record GraphQlInputValue(
    string Name,
    string? Description,
    string Type,
    GraphQlValue? Default,
    ImmutableArray<GraphQlDirectiveUse> Directives,
    int Line)
{
    /// <summary>Why it is deprecated; null where it is not.</summary>
    public string? DeprecationReason { get; } = GraphQlDirectiveUse.DeprecationReasonIn(Directives);
}
