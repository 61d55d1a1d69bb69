using System.Collections.Immutable;

namespace Oms.Domain.Import.GraphQl;

/// <summary>A field of an object type or interface.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description; null where there is none.</param>
/// <param name="Type">Its type as it is written, such as <c>[String!]</c>, without white space.</param>
/// <param name="Arguments">The arguments it takes, each name once.</param>
/// <param name="Directives">The directives applied to it.</param>
/// <param name="Line">The line it starts at, from 1.</param>
public sealed record GraphQlField(
    string Name,
    string? Description,
    string Type,
    ImmutableArray<GraphQlInputValue> Arguments,
    ImmutableArray<GraphQlDirectiveUse> Directives,
    int Line)
{
    /// <summary>Why it is deprecated; null where it is not.</summary>
    public string? DeprecationReason { get; } = GraphQlDirectiveUse.DeprecationReasonIn(Directives);
}
