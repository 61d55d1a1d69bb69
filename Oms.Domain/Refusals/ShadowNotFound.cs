namespace Oms.Domain.Refusals;

/// <summary>There is no such shadow index, or it was over more than a day ago.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Shadow">The id that was given.</param>
public sealed record ShadowNotFound(string Branch, string Shadow)
    : Refusal("SHADOW_NOT_FOUND", $"'{Branch}' has no shadow index '{Shadow}'; `shadowIndexes` of the branch lists those there are.");
