namespace Oms.Domain.Storage;

/// <summary>One broken thing in a store.</summary>
/// <param name="Kind">What is broken.</param>
/// <param name="Subject">Which one: a hash, a branch's name, a number in a log.</param>
/// <param name="Message">What is wrong with it, in words.</param>
public sealed record Damage(DamageKind Kind, string Subject, string Message);
