using Oms.Engine.Configuration;

namespace Oms.Graph.Nodes;

/// <summary>Binds refetching by global id.</summary>
internal static class NodeTypes
{
    /// <summary>Adds the root fields and what they need.</summary>
    internal static IRequestExecutorBuilder AddNodeTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddScoped<NodeLookup>();
        return builder.AddTypeExtension(typeof(NodeQueries));
    }
}
