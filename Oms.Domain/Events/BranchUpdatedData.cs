using System.Collections.Immutable;
using Oms.Domain.History;

namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.BranchUpdated"/>. It names at most <see cref="MaxChanges"/> elements; the commit has them all.</summary>
/// <param name="HeadBefore">The head before.</param>
/// <param name="HeadAfter">The head now.</param>
/// <param name="ChangeCount">How many elements changed.</param>
/// <param name="Changes">The first of them, in the order of ids.</param>
public sealed record BranchUpdatedData(string HeadBefore, string HeadAfter, int ChangeCount, ImmutableArray<ElementChange> Changes)
{
    /// <summary>Elements that one event names.</summary>
    public const int MaxChanges = 100;
}
