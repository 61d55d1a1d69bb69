using System.Collections;
using System.Collections.Immutable;
using Oms.Engine.Execution;

namespace Oms.Engine.Nodes;

/// <summary>Resolves <c>node</c> and <c>nodes</c>.</summary>
/// <param name="resolvers">What fetches the objects, by their type.</param>
/// <param name="serializer">Reads ids.</param>
/// <param name="maxIds">How many ids <c>nodes</c> takes.</param>
internal sealed class NodeLookup(IReadOnlyDictionary<string, NodeResolver> resolvers, INodeIdSerializer serializer, int maxIds)
{
    /// <summary>The object of the argument <c>id</c>.</summary>
    public ValueTask<object?> FetchOneAsync(ResolverContext context) => FetchAsync(context, (string)context.Arguments["id"]!);

    /// <summary>The objects of the argument <c>ids</c>. All are fetched side by side, each once; one that fails is null, with an error at its place.</summary>
    public async ValueTask<object?> FetchManyAsync(ResolverContext context)
    {
        string[] ids = [.. ((IEnumerable)context.Arguments["ids"]!).Cast<string>()];
        if (ids.Length > maxIds)
            throw NodeRefusals.TooMany(ids.Length, maxIds);
        var fetches = new Dictionary<string, Task<object?>>(StringComparer.Ordinal);
        foreach (var id in ids)
            if (!fetches.ContainsKey(id))
                fetches[id] = FetchAsync(context, id).AsTask();
        var nodes = new object?[ids.Length];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = await TakeAsync(context, fetches[ids[i]], i);
        return nodes;
    }

    private static async ValueTask<object?> TakeAsync(ResolverContext context, Task<object?> fetch, int index)
    {
        try
        {
            return await fetch;
        }
        catch (Exception e) when (!context.Operation.IsCancelled)
        {
            ImmutableArray<object> path = [.. context.Path, index];
            foreach (var error in OperationContext.ErrorsOf(e))
                context.ReportError(error with { Path = path });
            return null;
        }
    }

    private async ValueTask<object?> FetchAsync(ResolverContext context, string text)
    {
        if (!serializer.TryParse(text, name => ResolverOf(context, name)?.IdType, out var id))
            throw NodeRefusals.NoId(text);
        if (ResolverOf(context, id.TypeName) is not { } resolver)
            throw NodeRefusals.NoNode(text, id.TypeName);
        var node = await resolver.Fetch(context, id.InternalId);
        // Else an id of one type would be a way to an object of another.
        return node is null || context.Operation.Binding.ObjectTypeOf(context.Field.Type.NamedType, node)?.Name == id.TypeName ? node
            : throw new InvalidOperationException($"The node resolver of {id.TypeName} returned a {node.GetType().Name}, which is none.");
    }

    // What a caller does not see is not in its schema, and can not be told from what does not exist.
    private NodeResolver? ResolverOf(ResolverContext context, string typeName) =>
        context.Schema.TryGetType(typeName, out _) ? resolvers.GetValueOrDefault(typeName) : null;
}
