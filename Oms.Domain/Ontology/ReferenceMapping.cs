using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>One walk over the references of one element.</summary>
internal sealed class ReferenceMapping(Element element, ReferenceMap map)
{
    internal Element Run()
    {
        Element mapped = element switch
        {
            ObjectType type => Of(type),
            LinkType link => Of(link),
            Interface contract => Of(contract),
            SharedProperty shared => Of(shared),
            ValueType value => Of(value),
            StructType structure => structure with { Fields = Each(structure.Fields, "fields", Field) },
            ActionType action => Of(action),
            FunctionType function => Of(function),
            _ => throw new InvalidOperationException($"no element kind: {element.GetType()}"),
        };
        mapped = mapped with { Deprecation = Replacement(mapped.Deprecation, null, new("deprecation", -1, "replacedBy")) };
        return mapped == element ? element : mapped;
    }

    private ObjectType Of(ObjectType type) => type with
    {
        Parents = Each(type.Parents, "parents", UsageKind.Parent),
        Interfaces = Each(type.Interfaces, "interfaces", UsageKind.Interface),
        Properties = Each(type.Properties, "properties", Property),
    };

    private LinkType Of(LinkType link) => link with
    {
        From = End(link.From, "from", UsageKind.LinkFrom),
        To = End(link.To, "to", UsageKind.LinkTo),
        Properties = Each(link.Properties, "properties", Property),
    };

    private Interface Of(Interface contract) => contract with
    {
        Extends = Each(contract.Extends, "extends", UsageKind.Extends),
        Properties = Each(contract.Properties, "properties", Property),
        RequiredLinks = Each(contract.RequiredLinks, "requiredLinks", Required),
    };

    private SharedProperty Of(SharedProperty shared) => shared with
    {
        Type = Type(shared.Type, UsageKind.Type, null, new("type", -1, null)),
    };

    private ValueType Of(ValueType value) => value with
    {
        BaseType = Type(value.BaseType, UsageKind.Type, null, new("baseType", -1, null)),
    };

    private ActionType Of(ActionType action) => action with
    {
        AppliesTo = Each(action.AppliesTo, "appliesTo", (item, list, i) =>
            item with { Type = One(item.Type, UsageKind.Applicability, null, new(list, i, "type")) }),
        Functions = Each(action.Functions, "functions", UsageKind.Function),
        Parameters = Each(action.Parameters, "parameters", Parameter),
    };

    private FunctionType Of(FunctionType function) => function with
    {
        ReturnType = Type(function.ReturnType, UsageKind.ReturnType, null, new("returnType", -1, null)),
        Parameters = Each(function.Parameters, "parameters", Parameter),
    };

    private LinkEnd End(LinkEnd end, string name, UsageKind kind) => end with
    {
        Type = One(end.Type, kind, end.Id, new(name, -1, "type")),
        Deprecation = Replacement(end.Deprecation, end.Id, new(name, -1, "deprecation.replacedBy")),
    };

    private Property Property(Property property, string list, int index) => property with
    {
        SharedProperty = property.SharedProperty is { } shared
            ? One(shared, UsageKind.SharedProperty, property.Id, new(list, index, "sharedProperty"))
            : null,
        Type = Type(property.Type, UsageKind.Type, property.Id, new(list, index, "type")),
        Deprecation = Replacement(property.Deprecation, property.Id, new(list, index, "deprecation.replacedBy")),
    };

    private RequiredLink Required(RequiredLink link, string list, int index) => link with
    {
        Target = One(link.Target, UsageKind.RequiredLink, link.Id, new(list, index, "target")),
        Deprecation = Replacement(link.Deprecation, link.Id, new(list, index, "deprecation.replacedBy")),
    };

    private StructField Field(StructField field, string list, int index) => field with
    {
        Type = Type(field.Type, UsageKind.Type, field.Id, new(list, index, "type")),
        Deprecation = Replacement(field.Deprecation, field.Id, new(list, index, "deprecation.replacedBy")),
    };

    private Parameter Parameter(Parameter parameter, string list, int index) => parameter with
    {
        Type = Type(parameter.Type, UsageKind.Type, parameter.Id, new(list, index, "type")),
        Deprecation = Replacement(parameter.Deprecation, parameter.Id, new(list, index, "deprecation.replacedBy")),
    };

    // What replaces a member is most often another member, by id or by name: those are no references to elements.
    private Deprecation? Replacement(Deprecation? deprecation, MemberId? member, ReferencePlace place)
    {
        if (deprecation?.ReplacedBy is not { } text || (member is not null && !ElementId.TryParse(text, out _)))
            return deprecation;
        var mapped = One(ElementId.Trusted(text), UsageKind.ReplacedBy, member, place).Value;
        return mapped == text ? deprecation : deprecation with { ReplacedBy = mapped };
    }

    private TypeRef? Type(TypeRef? type, UsageKind kind, MemberId? member, ReferencePlace place, int depth = 0)
    {
        if (type is null || depth > References.MaxTypeDepth)
            return type;
        var mapped = type with
        {
            ValueType = Part(type.ValueType, kind, member, place, "valueType", ElementKind.ValueType),
            StructType = Part(type.StructType, kind, member, place, "structType", ElementKind.StructType),
            ObjectType = Part(type.ObjectType, kind, member, place, "objectType", ElementKind.ObjectType),
            Items = Type(type.Items, kind, member, Inner(place, "items"), depth + 1),
            Key = Type(type.Key, kind, member, Inner(place, "key"), depth + 1),
        };
        return mapped == type ? type : mapped;
    }

    private ElementId? Part(ElementId? id, UsageKind kind, MemberId? member, ReferencePlace place, string field, ElementKind only) =>
        id is { } target ? One(target, kind, member, Inner(place, field) with { Only = only }) : null;

    private static ReferencePlace Inner(ReferencePlace place, string field) =>
        place with { Field = place.Field is null ? field : $"{place.Field}.{field}" };

    private ElementId One(ElementId target, UsageKind kind, MemberId? member, ReferencePlace place) =>
        target.IsEmpty ? target : map(target, kind, member, place);

    private ImmutableArray<ElementId> Each(ImmutableArray<ElementId> ids, string list, UsageKind kind) =>
        Each(ids, list, (id, name, i) => One(id, kind, null, new(name, i, null)));

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> items, string list, Func<T, string, int, T> one)
    {
        ImmutableArray<T>.Builder? changed = null;
        for (var i = 0; i < items.Length; i++)
        {
            var mapped = one(items[i], list, i);
            if (changed is null && !EqualityComparer<T>.Default.Equals(mapped, items[i]))
            {
                changed = ImmutableArray.CreateBuilder<T>(items.Length);
                changed.AddRange(items, items.Length);
            }

            if (changed is not null)
                changed[i] = mapped;
        }

        return changed?.MoveToImmutable() ?? items;
    }
}
