using System.Collections.Immutable;

namespace Oms.Domain.Import.LinkMl;

/// <summary>A list of values.</summary>
/// <param name="Items">The values in their order.</param>
/// <param name="Line">Where it starts, from 1.</param>
public sealed record LinkMlSequence(ImmutableArray<LinkMlNode> Items, int Line) : LinkMlNode(Line);
