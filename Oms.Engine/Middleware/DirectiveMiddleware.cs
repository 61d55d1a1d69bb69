using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>Puts something around the resolving of a field that a directive is applied to in the schema. Called once for each application.</summary>
/// <param name="next">What comes after it; the last is the resolver.</param>
/// <param name="directive">The application, with its arguments.</param>
/// <returns>What is done instead.</returns>
public delegate FieldDelegate DirectiveMiddleware(FieldDelegate next, AppliedDirective directive);
