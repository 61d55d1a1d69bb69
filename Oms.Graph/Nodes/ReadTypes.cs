using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Audit;
using Oms.Graph.Branches;
using Oms.Graph.History;
using Oms.Graph.Issues;
using Oms.Graph.Ontology;
using Oms.Graph.Search;

namespace Oms.Graph.Nodes;

/// <summary>Binds everything of the contract that can be read.</summary>
internal static class ReadTypes
{
    /// <summary>Adds the types and root fields of <c>Query</c>; needs an <c>OntologyRegistry</c> in the services.</summary>
    internal static IRequestExecutorBuilder AddReadTypes(this IRequestExecutorBuilder builder) => builder
        .AddNodeTypes()
        .AddOntologyTypes()
        .AddSearchTypes()
        .AddHistoryTypes()
        .AddBranchReadTypes()
        .AddAuditReadTypes()
        .AddIssueReadTypes()
        .AddAccessTypes();
}
