using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Domain.Proposals;

/// <summary>What a thread is about, as it is now: found by identity, whatever it is called meanwhile.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">The member; null for the element.</param>
/// <param name="Name">What it is called now: the element's name, a dot and the member's; where it is gone, what it was called.</param>
/// <param name="State">What became of it.</param>
public sealed record ThreadAnchor(ElementId Element, MemberId? Member, string Name, AnchorState State)
{
    /// <summary>Finds it; null for a thread about the whole proposal.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="then">The source when the thread was begun.</param>
    /// <param name="now">The source now.</param>
    public static ThreadAnchor? Of(ProposalThread thread, Snapshot then, Snapshot now)
    {
        ArgumentNullException.ThrowIfNull(thread);
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        if (thread.Element is not { } element)
            return null;
        if (NameIn(now, element, thread.Member) is not { } name)
            return new ThreadAnchor(element, thread.Member, NameIn(then, element, thread.Member) ?? string.Empty, AnchorState.Gone);
        return new ThreadAnchor(element, thread.Member, name, IsSame(element, thread.Member, then, now) ? AnchorState.Current : AnchorState.Changed);
    }

    /// <summary>What an element or member is called in a version; null where it is not there.</summary>
    public static string? NameIn(Snapshot snapshot, ElementId element, MemberId? member)
    {
        if (snapshot.Find(element) is not { } found)
            return null;
        if (member is null)
            return found.Name;
        return found.Members.FirstOrDefault(m => m.Id == member) is { } part ? $"{found.Name}.{part.Name}" : null;
    }

    private static bool IsSame(ElementId element, MemberId? member, Snapshot then, Snapshot now)
    {
        if (then.HashOf(element) == now.HashOf(element))
            return true;
        return member is not null && then.HashOf(element) is not null
            && !SemanticDiff.OfElement(then.Find(element), now.Find(element)).Any(e => e.Path.Member == member);
    }
}
