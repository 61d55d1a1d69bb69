namespace Oms.Domain.Refusals;

/// <summary>The operations would leave everything as it is, so there is nothing to commit.</summary>
/// <param name="Branch">The branch.</param>
public sealed record NothingChanged(string Branch)
    : Refusal("NOTHING_CHANGED", $"These operations leave '{Branch}' as it is: there is nothing to commit.");
