using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>FunctionType</c>.</summary>
internal sealed class FunctionTypeNode(Revision revision, FunctionType type) : ElementNode(revision, type)
{
    public FunctionCategory Category => type.Category;

    public IReadOnlyList<ParameterNode> Parameters => ParameterNode.All(Revision, type, type.Parameters);

    public TypeReferenceNode? ReturnType => TypeReferenceNode.Of(Revision, type.ReturnType);

    public bool ReturnsNull => type.ReturnsNull;

    public FunctionRuntime Runtime => type.Runtime;

    public string? RuntimeVersion => type.RuntimeVersion;

    public string? Implementation => type.Implementation;

    public int TimeoutMs => type.TimeoutMs;

    public int MemoryMb => type.MemoryMb;

    public bool IsDeterministic => type.IsDeterministic;

    public bool IsCacheable => type.IsCacheable;

    public int? CacheTtlSeconds => type.CacheTtlSeconds;

    public bool HasSideEffects => type.HasSideEffects;
}
