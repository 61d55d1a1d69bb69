using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Naming;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>The naming rule of one kind of elements.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rule">The rule.</param>
public sealed record KindNaming(ElementKind Kind, NamingRule Rule);
