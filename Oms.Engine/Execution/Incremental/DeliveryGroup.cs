namespace Oms.Engine.Execution.Incremental;

/// <summary>What one use of <c>@defer</c> defers at one object of the response: announced once, and completed once.</summary>
/// <param name="path">The object's place.</param>
/// <param name="usage">The use of the directive.</param>
/// <param name="parent">The group that this one's fields are part of; null for none.</param>
internal sealed class DeliveryGroup(object[] path, DeferUsage usage, DeliveryGroup? parent)
{
    /// <summary>The object's place.</summary>
    public object[] Path { get; } = path;

    /// <summary>The client's name for it; null for none.</summary>
    public string? Label => Usage.Label;

    /// <summary>The use of the directive.</summary>
    public DeferUsage Usage { get; } = usage;

    /// <summary>The group that this one's fields are part of; null for none.</summary>
    public DeliveryGroup? Parent { get; } = parent;

    /// <summary>The groups that can be announced when this one is complete.</summary>
    public List<DeliveryGroup> Children { get; } = [];

    /// <summary>What has to be executed before it is complete, and has not been delivered with another group.</summary>
    public HashSet<ExecutionGroup> Parts { get; } = [];

    /// <summary>How many of its parts have not been executed.</summary>
    public int Unfinished { get; set; }

    /// <summary>Whether it is known to the graph: not yet complete, and not cancelled with its parent.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Its id in the response while it is pending; -1 before and afterwards.</summary>
    public int Id { get; set; } = -1;

    /// <summary>Whether the client knows of it and waits for it.</summary>
    public bool IsPending => Id >= 0;
}
