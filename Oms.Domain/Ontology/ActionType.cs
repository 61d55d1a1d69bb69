using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>Something that can be done to objects (domain.md 1.12; shapes A and C merged, appendix A). Executed elsewhere.</summary>
public sealed record ActionType : Element
{
    /// <inheritdoc/>
    public override ElementKind Kind => ElementKind.ActionType;

    /// <summary>What it does.</summary>
    public ActionCategory Category { get; init; }

    /// <summary>The types it applies to.</summary>
    public ImmutableArray<Applicability> AppliesTo { get; init; } = [];

    /// <summary>What a caller gives.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>The function types it calls, each once.</summary>
    public ImmutableArray<ElementId> Functions { get; init; } = [];

    /// <summary>Where it calls out to.</summary>
    public Webhook? Webhook { get; init; }

    /// <summary>True when one call may carry many objects.</summary>
    public bool IsBatchable { get; init; } = true;

    /// <summary>True when the caller does not wait.</summary>
    public bool IsAsync { get; init; }

    /// <summary>True when someone must approve each execution.</summary>
    public bool RequiresApproval { get; init; }

    /// <summary>Roles that may approve.</summary>
    public ImmutableArray<string> ApprovalRoles { get; init; } = [];

    /// <summary>Permissions a caller needs, in the Action Service's words.</summary>
    public ImmutableArray<string> RequiredPermissions { get; init; } = [];

    /// <summary>Tries after the first: 0 to 100.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>Seconds until an execution is given up: 1 to 86400.</summary>
    public int TimeoutSeconds { get; init; } = 300;

    /// <summary>Objects in one batch: 1 to 10000.</summary>
    public int BatchSize { get; init; } = 100;

    /// <inheritdoc/>
    public override IEnumerable<Member> Members => Parameters;
}
