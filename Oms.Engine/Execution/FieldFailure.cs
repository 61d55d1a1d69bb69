using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>A resolved value that is no value but an error, told where it stands when the response is written.</summary>
/// <param name="Error">The error.</param>
internal sealed record FieldFailure(GraphQLError Error);
