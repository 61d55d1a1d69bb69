using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Engine.Authorization;
using Oms.Graph.Access;
using Oms.Graph.Registry;

namespace Oms.Graph.Audit;

/// <summary>Writes down mutations that <c>@authorize</c> refused, which no decision ever saw.</summary>
internal static class DeniedMutations
{
    private const string Prefix = "Mutation.";

    /// <summary>Leaves an audit entry for a mutation that was denied; nothing for other fields.</summary>
    internal static async ValueTask RecordAsync(AuthorizationContext context, AuthorizeDirective directive)
    {
        if (!directive.Coordinate.StartsWith(Prefix, StringComparison.Ordinal))
            return;
        var field = directive.Coordinate[Prefix.Length..];
        var caller = context.Services.GetRequiredService<Caller>();
        var registry = context.Services.GetRequiredService<OntologyRegistry>();
        await registry.RefuseAsync<Actor>(
            caller.ContextFor(context.User),
            new RefusedAttempt(TargetTypes.Mutation, field, "authorize"),
            [new NotAuthorized(directive.Policy ?? "of a valid token", $"for {field}")]);
    }
}
