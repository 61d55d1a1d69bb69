using Oms.Domain.Audit;

namespace Oms.Graph.Audit;

/// <summary>GraphQL input <c>AuditEntryFilterInput</c>: the conditions that the log is indexed for.</summary>
internal sealed record AuditEntryFilter
{
    public AuditTimeFilter? Time { get; init; }

    public AuditStringFilter? Actor { get; init; }

    public AuditStringFilter? Action { get; init; }

    public AuditStringFilter? TargetType { get; init; }

    public AuditStringFilter? TargetId { get; init; }

    public AuditStringFilter? Branch { get; init; }

    public AuditBooleanFilter? Success { get; init; }

    public AuditStringFilter? Issue { get; init; }

    /// <summary>As the store takes it.</summary>
    internal AuditFilter ToStoreFilter() => new()
    {
        Since = Time?.Gte,
        Until = Time?.Lt,
        Actor = Actor?.Eq,
        Action = Action?.Eq,
        TargetType = TargetType?.Eq,
        TargetId = TargetId?.Eq,
        Branch = Branch?.Eq,
        Success = Success?.Eq,
        Issue = Issue?.Eq,
    };
}
