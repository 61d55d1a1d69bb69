using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>Begins a shadow index. Nothing is locked: the branch is written while it is built.</summary>
/// <param name="Type">What it is for.</param>
/// <param name="Kinds">What it covers; none for every kind.</param>
/// <param name="Strategy">How it will be switched to.</param>
public sealed record StartShadowBuild(ShadowIndexType Type, ImmutableArray<ElementKind> Kinds, SwitchStrategy Strategy)
{
    /// <summary>Decides for this branch as it was loaded: one build of a type at a time, and three in all.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (!context.May(Right.IndexingReport))
            return NotAuthorized.Lacking(Right.IndexingReport, "to build an index");
        var journal = new Journal(context);
        var branch = ShadowIndexes.Settle(journal, LockExpiry.Settle(loaded, journal));
        if (branch.State is BranchState.Archived or BranchState.Error)
            return BranchNotWritable.Of(branch);
        if (branch.Shadows.FirstOrDefault(s => s.IsUnderWay && s.Type == Type) is { } other)
            return new ShadowBuildRunning(branch.Name.Value, Type, other.Id, other.Builder);
        var builds = branch.Shadows.Count(s => s.IsUnderWay);
        if (builds >= ShadowIndex.MaxBuilds)
            return new LimitExceeded("builds under way", ShadowIndex.MaxBuilds, builds + 1, $"At most {ShadowIndex.MaxBuilds} shadow indexes of a branch are built at once.");
        var shadow = new ShadowIndex
        {
            Id = context.NewId().ToString("D"), Type = Type, Kinds = [.. Kinds.Distinct().Order()], Strategy = Strategy, Builder = context.Actor.Subject,
            CreatedAt = context.Time, ChangedAt = context.Time, ReadAt = branch.Head, CurrentAt = branch.Head,
        };
        ShadowIndexes.Record(journal, branch, null, shadow, "start");
        return ShadowIndexes.Write(journal, branch with { Shadows = branch.Shadows.Add(shadow) }, loaded);
    }
}
