namespace Oms.Domain.Refusals;

/// <summary>Too many, too long, too large or too small.</summary>
/// <param name="What">What is limited, in words.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Actual">What there is.</param>
/// <param name="Message">The sentence with both.</param>
public sealed record LimitExceeded(string What, long Limit, long Actual, string Message) : Refusal("LIMIT_EXCEEDED", Message);
