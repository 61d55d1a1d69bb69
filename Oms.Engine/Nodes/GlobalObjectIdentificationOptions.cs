namespace Oms.Engine.Nodes;

/// <summary>How objects are fetched by their global ids. Names and defaults are Hot Chocolate's.</summary>
public sealed class GlobalObjectIdentificationOptions
{
    /// <summary>Whether the schema has <c>nodes(ids:)</c> beside <c>node(id:)</c>; true by default.</summary>
    public bool AddNodesField { get; set; } = true;

    /// <summary>How many ids <c>nodes</c> takes; 50 by default. Beyond it the field fails with HC0076.</summary>
    public int MaxAllowedNodeBatchSize { get; set; } = 50;

    /// <summary>Whether an object type that implements <c>Node</c> and has no node resolver stops the start; true by default.</summary>
    public bool EnsureAllNodesCanBeResolved { get; set; } = true;
}
