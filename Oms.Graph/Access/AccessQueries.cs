using System.Security.Claims;
using Oms.Engine.Configuration;

namespace Oms.Graph.Access;

/// <summary>The root fields of the chapter Access.</summary>
[ExtendObjectType("Query")]
internal static class AccessQueries
{
    public static Me GetMe(ClaimsPrincipal user) => new(user);
}
