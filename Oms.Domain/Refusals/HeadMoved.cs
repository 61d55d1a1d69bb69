namespace Oms.Domain.Refusals;

/// <summary>The branch has another head than the client built upon (domain.md 2.7).</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Expected">The head that the client named.</param>
/// <param name="Actual">The head that the branch has.</param>
public sealed record HeadMoved(string Branch, string Expected, string Actual)
    : Refusal(
        "HEAD_MOVED",
        $"The head of '{Branch}' is {Actual}, not {Expected} as you expected. Read what changed in between, then send your change upon {Actual}.");
