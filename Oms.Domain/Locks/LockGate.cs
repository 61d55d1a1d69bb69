using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Locks;

/// <summary>
/// The locks of a branch by what they cover, so that a commit of a thousand elements asks each once: the rule of
/// <see cref="LockScope.Overlaps"/> for writes, in constant time an element.
/// </summary>
internal readonly struct LockGate
{
    private static readonly int KindCount = Enum.GetValues<ElementKind>().Length;

    private readonly Lock? whole;
    private readonly Lock?[]? kinds;
    private readonly Dictionary<ElementId, Lock>? elements;

    /// <summary>Reads the locks of a branch, none of which is past its end.</summary>
    internal LockGate(ImmutableArray<Lock> locks)
    {
        foreach (var held in locks)
            foreach (var scope in held.Scopes)
                if (scope.Kind is not { } kind)
                    whole = held;
                else if (scope.Element is { } element)
                    (elements ??= [])[element] = held;
                else
                    (kinds ??= new Lock?[KindCount])[(int)kind] = held;
    }

    /// <summary>The lock that covers an element; null when none does. Locks never overlap, so there is one at most.</summary>
    internal Lock? Find(ElementId element)
    {
        if (whole is not null)
            return whole;
        if (kinds is not null && element.Kind is { } kind && kinds[(int)kind] is { } held)
            return held;
        return elements?.GetValueOrDefault(element);
    }

    /// <summary>The first lock that covers one of these changes and that the writer can not show to be their own; null when there is none.</summary>
    internal Lock? FindForeign(ImmutableArray<ElementChange> changes, string writer, long? fencingToken)
    {
        if (whole is null && kinds is null && elements is null)
            return null;
        foreach (var change in changes)
            if (Find(change.Element) is { } held && !IsShown(held, writer, fencingToken))
                return held;
        return null;
    }

    /// <summary>True when a writer shows the lock to be their own.</summary>
    internal static bool IsShown(Lock held, string writer, long? fencingToken) => held.Holder == writer && held.FencingToken == fencingToken;
}
