namespace Oms.Graph.Compatibility;

/// <summary>GraphQL input <c>AcceptBreakInput</c>.</summary>
internal sealed record AcceptBreakInput(string Branch, string Fingerprint, DateTimeOffset ExpiresAt, string Reason);
