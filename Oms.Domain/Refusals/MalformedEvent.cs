namespace Oms.Domain.Refusals;

/// <summary>What came in is not the event it should be, and sending it again will not help.</summary>
/// <param name="Cause">What is wrong with it.</param>
public sealed record MalformedEvent(string Cause) : Refusal("MALFORMED_EVENT", $"This is not an event that can be taken: {Cause}.");
