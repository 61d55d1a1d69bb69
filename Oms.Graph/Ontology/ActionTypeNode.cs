using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>ActionType</c>.</summary>
internal sealed class ActionTypeNode(Revision revision, ActionType type) : ElementNode(revision, type)
{
    public ActionCategory Category => type.Category;

    public IReadOnlyList<ApplicabilityNode> AppliesTo => [.. type.AppliesTo.Select(a => new ApplicabilityNode(Revision, a))];

    public IReadOnlyList<ParameterNode> Parameters => ParameterNode.All(Revision, type, type.Parameters);

    public IReadOnlyList<FunctionTypeNode> Functions => All<FunctionTypeNode>(Revision, type.Functions);

    public Webhook? Webhook => type.Webhook;

    public bool IsBatchable => type.IsBatchable;

    public bool IsAsync => type.IsAsync;

    public bool RequiresApproval => type.RequiresApproval;

    public IReadOnlyList<string> ApprovalRoles => type.ApprovalRoles;

    public IReadOnlyList<string> RequiredPermissions => type.RequiredPermissions;

    public int MaxRetries => type.MaxRetries;

    public int TimeoutSeconds => type.TimeoutSeconds;

    public int BatchSize => type.BatchSize;
}
