using System.Collections.Immutable;

namespace Oms.Domain.Import.GraphQl;

/// <summary>The definition of a directive.</summary>
/// <param name="Name">Its name, without the <c>@</c>.</param>
/// <param name="Description">Its description; null where there is none.</param>
/// <param name="Arguments">The arguments it takes, each name once.</param>
/// <param name="Locations">Where it may stand, as the specification names places.</param>
/// <param name="IsRepeatable">True when it may stand more than once at a place.</param>
/// <param name="Line">The line it starts at, from 1.</param>
public sealed record GraphQlDirective(
    string Name, string? Description, ImmutableArray<GraphQlInputValue> Arguments, ImmutableArray<string> Locations, bool IsRepeatable, int Line);
