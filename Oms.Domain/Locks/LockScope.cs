using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Locks;

/// <summary>
/// A part of a branch: all of it, every element of a kind, or one element (domain.md 2.3). One rule, <see cref="Overlaps"/>, says whether
/// two locks exclude each other and whether a lock keeps a write out, for a write is to the scope of its element.
/// </summary>
public sealed record LockScope
{
    /// <summary>The whole branch.</summary>
    public static readonly LockScope Branch = new();

    /// <summary>The kind; null for the whole branch.</summary>
    public ElementKind? Kind { get; init; }

    /// <summary>The element; null for a whole kind or the whole branch.</summary>
    public ElementId? Element { get; init; }

    /// <summary>True for the whole branch.</summary>
    [JsonIgnore]
    public bool IsBranch => Kind is null;

    /// <summary>Every element of a kind, those that are made later too.</summary>
    public static LockScope Of(ElementKind kind) => new() { Kind = kind };

    /// <summary>One element. Its id tells its kind.</summary>
    /// <exception cref="ArgumentException">The id tells no kind; see <see cref="TryOf"/>.</exception>
    public static LockScope Of(ElementId element) =>
        TryOf(element, out var scope) ? scope : throw new ArgumentException($"'{element}' tells no kind", nameof(element));

    /// <summary>One element; false when its id tells no kind.</summary>
    public static bool TryOf(ElementId element, [NotNullWhen(true)] out LockScope? scope)
    {
        scope = element.Kind is { } kind ? new LockScope { Kind = kind, Element = element } : null;
        return scope is not null;
    }

    /// <summary>True when an element of the one can be an element of the other: the one rule of containment, the same both ways.</summary>
    public bool Overlaps(LockScope other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Contains(other) || other.Contains(this);
    }

    /// <summary>True when every element of the other is in this one.</summary>
    public bool Contains(LockScope other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind is null || (Kind == other.Kind && (Element is null || Element == other.Element));
    }

    /// <summary>The scope in words.</summary>
    public override string ToString() => Kind is not { } kind ? "the whole branch"
        : Element is { } element ? $"the {Words.Of(kind)} {element.Value}"
        : $"every {Words.Of(kind)}";
}
