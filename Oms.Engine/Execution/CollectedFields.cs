using Oms.Engine.Language;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>The fields of one selection set by response name, in the order in which each came up first (spec 6.3.2).</summary>
internal sealed class CollectedFields
{
    private readonly Dictionary<string, List<FieldNode>> byName = new(StringComparer.Ordinal);
    private HashSet<string>? visited;

    /// <summary>The fields that are merged into one, in the order of the response.</summary>
    public List<List<FieldNode>> Groups { get; } = [];

    /// <summary>Why the fields can not be collected; null when they can.</summary>
    public GraphQLError? Fault { get; private set; }

    /// <summary>Takes a field in.</summary>
    public void Add(FieldNode field)
    {
        if (!byName.TryGetValue(field.ResponseName.Value, out var nodes))
        {
            byName[field.ResponseName.Value] = nodes = [];
            Groups.Add(nodes);
        }

        nodes.Add(field);
    }

    /// <summary>Whether a fragment comes up for the first time.</summary>
    public bool Visit(string fragment) => (visited ??= new(StringComparer.Ordinal)).Add(fragment);

    /// <summary>Keeps the first condition that is null.</summary>
    public void Fail(VariableNode condition) => Fault ??= ErrorBuilder.New()
        .SetMessage($"The condition ${condition.Name.Value} must not be null.")
        .AddLocation(condition.Location)
        .Build();
}
