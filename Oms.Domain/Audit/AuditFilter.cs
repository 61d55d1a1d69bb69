namespace Oms.Domain.Audit;

/// <summary>Which audit entries are asked for; what is null does not narrow.</summary>
public sealed record AuditFilter
{
    /// <summary>At or after this moment.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>By this actor.</summary>
    public string? Actor { get; init; }

    /// <summary>This action, or a whole group as <c>branch.*</c>.</summary>
    public string? Action { get; init; }

    /// <summary>This kind of target.</summary>
    public string? TargetType { get; init; }

    /// <summary>This target.</summary>
    public string? TargetId { get; init; }

    /// <summary>On this branch.</summary>
    public string? Branch { get; init; }

    /// <summary>Only what took effect, or only what was refused.</summary>
    public bool? Success { get; init; }

    /// <summary>That name this issue.</summary>
    public string? Issue { get; init; }

    /// <summary>True when an entry is one of those asked for.</summary>
    public bool Matches(AuditEntry entry) =>
        !(entry.Time < Since) && !(entry.Time >= Until)
        && (Actor is null || entry.Actor.Subject == Actor)
        && (Action is null || IsAction(Action, entry.Action))
        && (TargetType is null || entry.TargetType == TargetType)
        && (TargetId is null || entry.TargetId == TargetId)
        && (Branch is null || entry.Branch == Branch)
        && (Success is null || entry.Success == Success)
        && (Issue is null || entry.Issues.Contains(Issue));

    private static bool IsAction(string asked, string action) => asked.EndsWith(".*", StringComparison.Ordinal)
        ? action.StartsWith(asked[..^1], StringComparison.Ordinal)
        : action == asked;
}
