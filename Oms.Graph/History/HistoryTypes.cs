using Oms.Engine.Configuration;
using Oms.Engine.Paging;
using Oms.Graph.Ontology;

namespace Oms.Graph.History;

/// <summary>Binds the chapter History of the contract.</summary>
internal static class HistoryTypes
{
    /// <summary>Adds the types, the root fields and what they need.</summary>
    internal static IRequestExecutorBuilder AddHistoryTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<CommitLookup>();
        builder.Services.AddSingleton<CommitLog>();
        builder.Services.AddSingleton<BlameReader>();
        return builder
            .AddTypeExtension(typeof(HistoryQueries))
            .BindRuntimeType<CommitNode>("Commit")
            .BindRuntimeType<Edge<CommitNode>>("CommitEdge")
            .BindRuntimeType<CommitConnection>("CommitConnection")
            .BindRuntimeType<BlameLineNode>("BlameLine")
            .AddConnection<ElementChangeNode>("ElementChange");
    }
}
