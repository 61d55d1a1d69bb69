using System.Collections.Immutable;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>A compiled operation, or why it can not be compiled.</summary>
/// <param name="Plan">The operation; null when it can not be compiled.</param>
/// <param name="Errors">Why; empty when it can.</param>
internal sealed record PreparedPlan(OperationPlan? Plan, ImmutableArray<GraphQLError> Errors);
