using System.Collections.Immutable;

namespace Oms.Domain.Import.GraphQl;

/// <summary>A value of an enum.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description; null where there is none.</param>
/// <param name="Directives">The directives applied to it.</param>
/// <param name="Line">The line it starts at, from 1.</param>
public sealed record GraphQlEnumValue(string Name, string? Description, ImmutableArray<GraphQlDirectiveUse> Directives, int Line)
{
    /// <summary>Why it is deprecated; null where it is not.</summary>
    public string? DeprecationReason { get; } = GraphQlDirectiveUse.DeprecationReasonIn(Directives);
}
