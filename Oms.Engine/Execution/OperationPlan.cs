using Oms.Engine.Language;

namespace Oms.Engine.Execution;

/// <summary>An operation, compiled once for all its requests.</summary>
/// <param name="Node">The operation in the document.</param>
/// <param name="Root">What is selected on the root type.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Authorized">The fields that not everybody may use, as far as they are known before a request.</param>
/// <param name="ArgumentSlots">How many fields have arguments that variables decide, as far as they are known before a request.</param>
internal sealed record OperationPlan(
    OperationDefinitionNode Node, ObjectPlan Root, VariablePlan[] Variables, FieldPlan[] Authorized, int ArgumentSlots);
