using Oms.Domain.Indexing;
using Oms.Domain.Ontology;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL type <c>ShadowIndex</c>.</summary>
internal sealed class ShadowIndexNode(ShadowIndex shadow)
{
    public string Id => shadow.Id;

    public ShadowIndexType Type => shadow.Type;

    public IReadOnlyList<ElementKind> Kinds => shadow.Kinds;

    public ShadowState State => shadow.State;

    public SwitchStrategy Strategy => shadow.Strategy;

    public string Builder => shadow.Builder;

    public DateTimeOffset CreatedAt => shadow.CreatedAt;

    public DateTimeOffset ChangedAt => shadow.ChangedAt;

    public DateTimeOffset? SwitchedAt => shadow.SwitchedAt;

    public string CommitHash => shadow.ReadAt.Value;

    public int Percent => shadow.Percent;

    public long? Records => shadow.Records;

    public long? SizeBytes => shadow.SizeBytes;

    public bool? IsIntact => shadow.IsIntact;

    public IReadOnlyList<ShadowCheck> Forced => shadow.Forced;

    public string? Location => shadow.Location;

    public string? Error => shadow.Error;

    public int Retries => shadow.Retries;

    /// <summary>The lock of the switch under way.</summary>
    internal string? Held => shadow.LockId;
}
