using System.Collections.Immutable;

namespace Oms.Engine.Authorization;

/// <summary>One <c>@authorize(policy:, roles:, apply:)</c> of the schema. Without policy and roles any authenticated user is let through.</summary>
/// <param name="Policy">The policy to fulfil; null for none.</param>
/// <param name="Roles">Roles of which one is needed; empty for none.</param>
/// <param name="Apply">When it is looked at.</param>
/// <param name="Coordinate">The field or type it stands on, as a schema coordinate.</param>
public sealed record AuthorizeDirective(string? Policy, ImmutableArray<string> Roles, ApplyPolicy Apply, string Coordinate);
