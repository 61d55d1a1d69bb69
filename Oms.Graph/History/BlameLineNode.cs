using Oms.Domain.History;

namespace Oms.Graph.History;

/// <summary>GraphQL type <c>BlameLine</c>.</summary>
internal sealed class BlameLineNode(BlameLine line, string name)
{
    public string? Member => line.Member?.Value;

    public string Name => name;

    public string? Field => line.Field;

    public CommitNode Commit => new(line.Commit);
}
