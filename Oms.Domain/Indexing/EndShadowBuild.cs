using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>Ends a build without an index: it failed and may be tried again, or it is given up; or begins one that failed anew.</summary>
/// <param name="Id">The shadow index.</param>
/// <param name="To"><see cref="ShadowState.Failed"/>, <see cref="ShadowState.Cancelled"/> or <see cref="ShadowState.Preparing"/>.</param>
/// <param name="Reason">Why.</param>
public sealed record EndShadowBuild(string Id, ShadowState To, string Reason)
{
    private string Verb => To switch { ShadowState.Failed => "fail", ShadowState.Cancelled => "cancel", _ => "retry" };

    /// <summary>Decides for this branch as it was loaded. A build is tried again <see cref="ShadowIndex.MaxRetries"/> times at most, on the head of now.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        return ShadowIndexes.Decide(context, loaded, Id, (journal, branch, shadow) =>
        {
            // A switch under way is ended by its confirmation or by its lock, never past the lock.
            if ((ShadowIndexes.Refuse(branch, shadow, To) ?? (shadow.State == ShadowState.Switching ? new ShadowTransitionRefused(branch.Name.Value, Id, shadow.State, To, [ShadowState.Active, ShadowState.Built]) : null)) is { } refusal)
                return refusal;
            if (To != ShadowState.Preparing)
                return ShadowIndexes.Move(journal, branch, shadow, To, shadow with { Error = Reason }, Verb);
            if (shadow.Retries >= ShadowIndex.MaxRetries)
                return new LimitExceeded("retries", ShadowIndex.MaxRetries, shadow.Retries + 1, $"A build is tried again at most {ShadowIndex.MaxRetries} times; begin a new one.");
            if (branch.Shadows.FirstOrDefault(s => s.IsUnderWay && s.Type == shadow.Type) is { } other)
                return new ShadowBuildRunning(branch.Name.Value, shadow.Type, other.Id, other.Builder);
            var again = shadow with { Retries = shadow.Retries + 1, Percent = 0, ReadAt = branch.Head, CurrentAt = branch.Head };
            return ShadowIndexes.Move(journal, branch, shadow, To, again, Verb);
        });
    }
}
