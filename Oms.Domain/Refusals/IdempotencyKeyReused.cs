namespace Oms.Domain.Refusals;

/// <summary>The client used this idempotency key before, for another request.</summary>
/// <param name="Key">The key as the client gave it.</param>
public sealed record IdempotencyKeyReused(string Key)
    : Refusal("IDEMPOTENCY_KEY_REUSED", $"The idempotency key '{Key}' was used for another request. Use a new key for a new request.");
