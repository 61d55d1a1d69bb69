using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>Says that a shadow index is built and can be switched to.</summary>
/// <param name="Id">The shadow index.</param>
/// <param name="Records">Records that it holds.</param>
/// <param name="SizeBytes">Its size in bytes.</param>
/// <param name="IsIntact">Whether the builder checked it and found it whole; null where it did not check.</param>
/// <param name="Location">Where the builder keeps it; null where it does not say.</param>
public sealed record CompleteShadowBuild(string Id, long Records, long SizeBytes, bool? IsIntact, string? Location)
{
    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (Location is not null && TextLimits.Check("location", Location, TextLimits.MaxReason) is { } text)
            return text;
        return ShadowIndexes.Decide(context, loaded, Id, (journal, branch, shadow) => ShadowIndexes.Refuse(branch, shadow, ShadowState.Built) is { } refusal
            ? refusal
            : ShadowIndexes.Move(
                journal, branch, shadow, ShadowState.Built,
                shadow with { Percent = 100, Records = Records, SizeBytes = SizeBytes, IsIntact = IsIntact, Location = Location, Error = null }, "complete"));
    }
}
