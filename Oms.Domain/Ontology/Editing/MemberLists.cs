using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Which member lists each kind of element has.</summary>
internal static class MemberLists
{
    internal static Element Edit(Element element, IMemberListEdit edit) => element switch
    {
        ObjectType type => type with { Properties = edit.Apply(type.Properties) },
        LinkType link => link with { Properties = edit.Apply(link.Properties) },
        Interface contract => contract with
        {
            Properties = edit.Apply(contract.Properties),
            RequiredLinks = edit.Apply(contract.RequiredLinks),
        },
        StructType structure => structure with { Fields = edit.Apply(structure.Fields) },
        ActionType action => action with { Parameters = edit.Apply(action.Parameters) },
        FunctionType function => function with { Parameters = edit.Apply(function.Parameters) },
        _ => element,
    };

    internal static Element Replace(Element element, Member member) => (element, member) switch
    {
        (LinkType link, LinkEnd end) when link.From.Id == end.Id => link with { From = end },
        (LinkType link, LinkEnd end) => link with { To = end },
        _ => Edit(element, new MemberReplacement(member)),
    };

    /// <summary>The element with one more member; null when its kind has no such members.</summary>
    internal static Element? Add(Element element, Member member, int position) => (element, member) switch
    {
        (ObjectType type, Property property) => type with { Properties = Insert(type.Properties, property, position) },
        (LinkType link, Property property) => link with { Properties = Insert(link.Properties, property, position) },
        (Interface contract, Property property) => contract with { Properties = Insert(contract.Properties, property, position) },
        (Interface contract, RequiredLink required) => contract with { RequiredLinks = Insert(contract.RequiredLinks, required, position) },
        (StructType structure, StructField field) => structure with { Fields = Insert(structure.Fields, field, position) },
        (ActionType action, Parameter parameter) => action with { Parameters = Insert(action.Parameters, parameter, position) },
        (FunctionType function, Parameter parameter) => function with { Parameters = Insert(function.Parameters, parameter, position) },
        _ => null,
    };

    private static ImmutableArray<T> Insert<T>(ImmutableArray<T> list, T member, int position) =>
        list.Insert(Math.Min(position, list.Length), member);
}
