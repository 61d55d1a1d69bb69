namespace Oms.Domain.Refusals;

/// <summary>The fencing token that was shown is not that of the lock which holds the branch now.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Given">The token that was shown; null when none was.</param>
public sealed record FencingTokenStale(string Branch, long? Given)
    : Refusal(
        "FENCING_TOKEN_STALE",
        Given is null
            ? $"The branch '{Branch}' is locked by yourself: show the fencing token that you were given with the lock."
            : $"The fencing token {Given} is not that of the lock of '{Branch}': that lock has ended. Read the branch again, then lock it anew.");
