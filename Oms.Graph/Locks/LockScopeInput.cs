using System.Collections.Immutable;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Graph.Editing;

namespace Oms.Graph.Locks;

/// <summary>GraphQL input <c>LockScopeInput</c>; one of the two is given.</summary>
internal sealed record LockScopeInput(ElementKind? Kind, string? Element)
{
    /// <summary>The scopes as the domain has them. An element need not be there: a lock may keep its id free.</summary>
    internal static Result<ImmutableArray<LockScope>> Read(IReadOnlyList<LockScopeInput>? inputs)
    {
        if (inputs is { Count: 0 })
            return new ValueOutOfRange("number of scopes, where any are given,", 1, LockBranch.MaxScopes, 0) { Path = ["scopes"] };
        var scopes = ImmutableArray.CreateBuilder<LockScope>();
        foreach (var input in inputs ?? [])
            if (input.Kind is { } kind)
                scopes.Add(LockScope.Of(kind));
            else if (ElementId.TryParse(InputId.Stable(input.Element!), out var id) && LockScope.TryOf(id, out var scope))
                scopes.Add(scope);
            else
                return new UnknownReference(
                    Shorten(input.Element!), "the id of an element", $"'{Shorten(input.Element!)}' is not the id of an element; a lock takes ids, which survive renames.")
                {
                    Path = ["scopes"],
                };
        return scopes.ToImmutable();
    }

    private static string Shorten(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 99)}…";
}
