using System.Security.Claims;
using Oms.Engine.Configuration;
using Oms.Graph.Access;

namespace Oms.Graph.Releases;

/// <summary>The mutation of the chapter Releases.</summary>
[ExtendObjectType("Mutation")]
internal static class ReleaseMutations
{
    public static async Task<CreateReleasePayload> CreateReleaseAsync(
        CreateReleaseInput input, ClaimsPrincipal user, Caller caller, ReleaseCommand command, CancellationToken cancellationToken) =>
        new(await command.CreateAsync(caller.ContextFor(user), input, cancellationToken));
}
