using Oms.Graph.Merging;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>PredictedMerge</c>.</summary>
internal sealed class PredictedMergeNode(PredictedMerge predicted)
{
    public string Into => predicted.Into.Value;

    public string From => predicted.From.Value;

    public bool IsSideBySide => predicted.IsSideBySide;

    public string IntoHead => predicted.IntoHead.Value;

    public string FromHead => predicted.FromHead.Value;

    public int OpenConflicts => predicted.OpenConflicts;

    public IReadOnlyList<ConflictNode> Conflicts => [.. predicted.Told.Select(c => new ConflictNode(c, null))];

    public DateTimeOffset At => predicted.At;
}
