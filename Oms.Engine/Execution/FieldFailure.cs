using System.Collections.Immutable;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>A resolved value that is no value but an error, told where it stands when the response is written.</summary>
/// <param name="Errors">The errors, at least one.</param>
internal sealed record FieldFailure(params ImmutableArray<GraphQLError> Errors);
