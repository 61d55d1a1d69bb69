using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>Says how far a build is.</summary>
/// <param name="Id">The shadow index.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record ReportShadowBuild(string Id, int Percent)
{
    /// <summary>Decides for this branch as it was loaded. The first report is the step from preparing to building; only that is written down and told.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (Percent is < 0 or > 100)
            return new ValueOutOfRange("percent", 0, 100, Percent) { Path = ["percent"] };
        return ShadowIndexes.Decide(context, loaded, Id, (journal, branch, shadow) =>
        {
            if (shadow.State == ShadowState.Building)
                return branch with { Shadows = branch.Shadows.Replace(shadow, shadow with { Percent = Percent, ChangedAt = context.Time }) };
            return ShadowIndexes.Refuse(branch, shadow, ShadowState.Building) is { } refusal
                ? refusal
                : ShadowIndexes.Move(journal, branch, shadow, ShadowState.Building, shadow with { Percent = Percent }, "build");
        });
    }
}
