namespace Oms.Domain.Refusals;

/// <summary>A reference, by id or by name, to what is not there or is of the wrong kind.</summary>
/// <param name="Reference">The reference as written.</param>
/// <param name="Expected">What may stand there, in words.</param>
/// <param name="Message">What was looked for, and where.</param>
public sealed record UnknownReference(string Reference, string Expected, string Message) : Refusal("UNKNOWN_REFERENCE", Message);
