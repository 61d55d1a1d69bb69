using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Proposals;

/// <summary>Who must agree to a change of some elements. What is null does not narrow; an element is looked at as it was and as it would be.</summary>
public sealed record CodeOwners
{
    /// <summary>The elements of a namespace and of those under it.</summary>
    public string? Namespace { get; init; }

    /// <summary>The elements of a kind.</summary>
    public ElementKind? Kind { get; init; }

    /// <summary>The elements with a tag.</summary>
    public string? Tag { get; init; }

    /// <summary>The owners: subjects of tokens.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];

    /// <summary>How many of them must agree.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>True when a change touches what they own.</summary>
    public bool Owns(ProposedChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var id in change.Elements)
            if ((change.Base.Find(id) is { } before && Owns(before)) || (change.Source.Find(id) is { } after && Owns(after)))
                return true;
        return false;
    }

    /// <summary>What they own, in words.</summary>
    public string Subject => string.Join(" and ", new[]
    {
        Namespace is null ? null : $"namespace '{Namespace}'",
        Kind is null ? null : $"kind {Kind}",
        Tag is null ? null : $"tag '{Tag}'",
    }.OfType<string>().DefaultIfEmpty("everything"));

    private bool Owns(Element element) =>
        (Namespace is null || element.Namespace == Namespace || element.Namespace.StartsWith(Namespace + ".", StringComparison.Ordinal))
        && (Kind is null || element.Kind == Kind)
        && (Tag is null || element.Tags.Contains(Tag));
}
