using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Ontology.Naming;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>NamingPolicy</c>.</summary>
internal sealed class NamingPolicyNode(NamingPolicy policy)
{
    public bool IsEnforced => policy.IsEnforced;

    public IReadOnlyList<KindNaming> Elements => policy.Elements;

    public NamingRule Members => policy.Members;

    public IReadOnlyList<string> ReservedWords => policy.ReservedWords;
}
