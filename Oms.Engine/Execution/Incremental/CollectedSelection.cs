using Oms.Engine.Language;
using Oms.Engine.Response;

namespace Oms.Engine.Execution.Incremental;

/// <summary>The fields of one selection set by response name, each with the use of <c>@defer</c> that it stands in.</summary>
internal sealed class CollectedSelection
{
    private readonly Dictionary<string, CollectedField> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly HashSet<(string Fragment, DirectiveNode Defer)> deferred = [];

    /// <summary>The fields, in the order in which each came up first.</summary>
    public List<CollectedField> Fields { get; } = [];

    /// <summary>The uses of <c>@defer</c> that begin in this selection set.</summary>
    public List<DeferUsage> Usages { get; } = [];

    /// <summary>Why the fields can not be collected; null when they can.</summary>
    public GraphQLError? Fault { get; private set; }

    /// <summary>Takes a field in.</summary>
    public void Add(FieldNode field, DeferUsage? usage)
    {
        if (!byName.TryGetValue(field.ResponseName.Value, out var found))
        {
            byName[field.ResponseName.Value] = found = new CollectedField();
            Fields.Add(found);
        }

        found.Nodes.Add(field);
        found.Usages.Add(usage);
    }

    /// <summary>Whether a spread adds something: not what was there at once before, nor what came by the same directive.</summary>
    /// <param name="fragment">The fragment's name.</param>
    /// <param name="defer">The innermost <c>@defer</c> around its fields; null for none.</param>
    public bool Visit(string fragment, DirectiveNode? defer) =>
        !taken.Contains(fragment) && (defer is null ? taken.Add(fragment) : deferred.Add((fragment, defer)));

    /// <summary>Keeps why the fields can not be collected.</summary>
    public void Fail(string message, SyntaxNode place) => Fault ??= ErrorBuilder.New().SetMessage(message).AddLocation(place.Location).Build();
}
