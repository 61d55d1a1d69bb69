using System.Security.Claims;
using Oms.Engine.Types;

namespace Oms.Engine.Authorization;

/// <summary>What an authorization decision may depend on: the request, not the single object, so that one decision serves the whole request.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="User">Who asks.</param>
/// <param name="Services">Services of the request.</param>
/// <param name="ContextData">State shared by all resolvers of the request.</param>
public sealed record AuthorizationContext(Schema Schema, ClaimsPrincipal User, IServiceProvider Services, IDictionary<string, object?> ContextData);
