using System.Collections.Immutable;
using Oms.Engine.CostAnalysis;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>A compiled operation, or why it can not be compiled.</summary>
/// <param name="Plan">The operation; null when it can not be compiled.</param>
/// <param name="OpenCost">What it costs, where only a request's variables tell whether that is too much; null when it never is.</param>
/// <param name="Errors">Why; empty when it can.</param>
internal sealed record PreparedPlan(OperationPlan? Plan, SelectionCost? OpenCost, ImmutableArray<GraphQLError> Errors);
