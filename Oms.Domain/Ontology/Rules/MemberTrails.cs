using System.Collections.Immutable;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Ontology.Rules;

/// <summary>The members of an element with their places.</summary>
internal static class MemberTrails
{
    internal static IEnumerable<(Member Member, Trail Trail)> Of(Element element, Trail trail) => element switch
    {
        ObjectType type => In(type.Properties, trail.At("properties")),
        LinkType link => In(link.Properties, trail.At("properties")).Prepend((link.To, trail.At("to"))).Prepend((link.From, trail.At("from"))),
        Interface contract => In(contract.Properties, trail.At("properties")).Concat(In(contract.RequiredLinks, trail.At("requiredLinks"))),
        StructType structure => In(structure.Fields, trail.At("fields")),
        ActionType action => In(action.Parameters, trail.At("parameters")),
        FunctionType function => In(function.Parameters, trail.At("parameters")),
        _ => [],
    };

    private static IEnumerable<(Member, Trail)> In<T>(ImmutableArray<T> members, Trail trail) where T : Member =>
        members.Select((member, i) => ((Member)member, trail.At(i)));
}
