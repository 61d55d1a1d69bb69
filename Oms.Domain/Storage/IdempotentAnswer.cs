namespace Oms.Domain.Storage;

/// <summary>An answer kept under the client's idempotency key.</summary>
/// <param name="Key">The key, prefixed with the subject so that clients do not meet: at most 512 characters.</param>
/// <param name="RequestHash">The hash of the request; the same key with another request is refused.</param>
/// <param name="Answer">What was answered, as JSON.</param>
/// <param name="Time">When.</param>
public sealed record IdempotentAnswer(string Key, string RequestHash, string Answer, DateTimeOffset Time);
