using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>One walk over the references of one element. What holds no reference that changed is not copied.</summary>
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
            StructType structure => Of(structure),
            ActionType action => Of(action),
            FunctionType function => Of(function),
            _ => throw new InvalidOperationException($"no element kind: {element.GetType()}"),
        };
        var deprecation = Replacement(mapped.Deprecation, null, new("deprecation", -1, "replacedBy"));
        return ReferenceEquals(deprecation, mapped.Deprecation) ? mapped : mapped with { Deprecation = deprecation };
    }

    private ObjectType Of(ObjectType type)
    {
        var parents = Each(type.Parents, "parents", UsageKind.Parent);
        var interfaces = Each(type.Interfaces, "interfaces", UsageKind.Interface);
        var properties = Each(type.Properties, "properties", Property);
        return parents == type.Parents && interfaces == type.Interfaces && properties == type.Properties
            ? type
            : type with { Parents = parents, Interfaces = interfaces, Properties = properties };
    }

    private LinkType Of(LinkType link)
    {
        var (from, to) = (End(link.From, "from", UsageKind.LinkFrom), End(link.To, "to", UsageKind.LinkTo));
        var properties = Each(link.Properties, "properties", Property);
        return ReferenceEquals(from, link.From) && ReferenceEquals(to, link.To) && properties == link.Properties
            ? link
            : link with { From = from, To = to, Properties = properties };
    }

    private Interface Of(Interface contract)
    {
        var extends = Each(contract.Extends, "extends", UsageKind.Extends);
        var properties = Each(contract.Properties, "properties", Property);
        var links = Each(contract.RequiredLinks, "requiredLinks", Required);
        return extends == contract.Extends && properties == contract.Properties && links == contract.RequiredLinks
            ? contract
            : contract with { Extends = extends, Properties = properties, RequiredLinks = links };
    }

    private SharedProperty Of(SharedProperty shared)
    {
        var type = Type(shared.Type, UsageKind.Type, null, new("type", -1, null));
        return ReferenceEquals(type, shared.Type) ? shared : shared with { Type = type };
    }

    private ValueType Of(ValueType value)
    {
        var type = Type(value.BaseType, UsageKind.Type, null, new("baseType", -1, null));
        return ReferenceEquals(type, value.BaseType) ? value : value with { BaseType = type };
    }

    private StructType Of(StructType structure)
    {
        var fields = Each(structure.Fields, "fields", Field);
        return fields == structure.Fields ? structure : structure with { Fields = fields };
    }

    private ActionType Of(ActionType action)
    {
        var appliesTo = Each(action.AppliesTo, "appliesTo", Applicability);
        var functions = Each(action.Functions, "functions", UsageKind.Function);
        var parameters = Each(action.Parameters, "parameters", Parameter);
        return appliesTo == action.AppliesTo && functions == action.Functions && parameters == action.Parameters
            ? action
            : action with { AppliesTo = appliesTo, Functions = functions, Parameters = parameters };
    }

    private FunctionType Of(FunctionType function)
    {
        var type = Type(function.ReturnType, UsageKind.ReturnType, null, new("returnType", -1, null));
        var parameters = Each(function.Parameters, "parameters", Parameter);
        return ReferenceEquals(type, function.ReturnType) && parameters == function.Parameters
            ? function
            : function with { ReturnType = type, Parameters = parameters };
    }

    private LinkEnd End(LinkEnd end, string name, UsageKind kind)
    {
        var type = One(end.Type, kind, end.Id, new(name, -1, "type"));
        var deprecation = Replacement(end.Deprecation, end.Id, new(name, -1, "deprecation.replacedBy"));
        return type == end.Type && ReferenceEquals(deprecation, end.Deprecation) ? end : end with { Type = type, Deprecation = deprecation };
    }

    private Property Property(Property property, string list, int index)
    {
        ElementId? shared = property.SharedProperty is { } target
            ? One(target, UsageKind.SharedProperty, property.Id, new(list, index, "sharedProperty"))
            : null;
        var type = Type(property.Type, UsageKind.Type, property.Id, new(list, index, "type"));
        var deprecation = Replacement(property.Deprecation, property.Id, new(list, index, "deprecation.replacedBy"));
        return shared == property.SharedProperty && ReferenceEquals(type, property.Type) && ReferenceEquals(deprecation, property.Deprecation)
            ? property
            : property with { SharedProperty = shared, Type = type, Deprecation = deprecation };
    }

    private RequiredLink Required(RequiredLink link, string list, int index)
    {
        var target = One(link.Target, UsageKind.RequiredLink, link.Id, new(list, index, "target"));
        var deprecation = Replacement(link.Deprecation, link.Id, new(list, index, "deprecation.replacedBy"));
        return target == link.Target && ReferenceEquals(deprecation, link.Deprecation) ? link : link with { Target = target, Deprecation = deprecation };
    }

    private StructField Field(StructField field, string list, int index)
    {
        var type = Type(field.Type, UsageKind.Type, field.Id, new(list, index, "type"));
        var deprecation = Replacement(field.Deprecation, field.Id, new(list, index, "deprecation.replacedBy"));
        return ReferenceEquals(type, field.Type) && ReferenceEquals(deprecation, field.Deprecation)
            ? field
            : field with { Type = type, Deprecation = deprecation };
    }

    private Parameter Parameter(Parameter parameter, string list, int index)
    {
        var type = Type(parameter.Type, UsageKind.Type, parameter.Id, new(list, index, "type"));
        var deprecation = Replacement(parameter.Deprecation, parameter.Id, new(list, index, "deprecation.replacedBy"));
        return ReferenceEquals(type, parameter.Type) && ReferenceEquals(deprecation, parameter.Deprecation)
            ? parameter
            : parameter with { Type = type, Deprecation = deprecation };
    }

    private Applicability Applicability(Applicability applicability, string list, int index)
    {
        var type = One(applicability.Type, UsageKind.Applicability, null, new(list, index, "type"));
        return type == applicability.Type ? applicability : applicability with { Type = type };
    }

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
        // Most types are a data type alone.
        if (type is null || depth > References.MaxTypeDepth || (type.ValueType ?? type.StructType ?? type.ObjectType, type.Items, type.Key) is (null, null, null))
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

    private ImmutableArray<ElementId> Each(ImmutableArray<ElementId> ids, string list, UsageKind kind)
    {
        ImmutableArray<ElementId>.Builder? changed = null;
        for (var i = 0; i < ids.Length; i++)
            if (One(ids[i], kind, null, new(list, i, null)) is var mapped && mapped != ids[i])
                (changed ??= ids.ToBuilder())[i] = mapped;
        return changed?.MoveToImmutable() ?? ids;
    }

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> items, string list, Func<T, string, int, T> one) where T : class
    {
        ImmutableArray<T>.Builder? changed = null;
        for (var i = 0; i < items.Length; i++)
            if (one(items[i], list, i) is var mapped && !ReferenceEquals(mapped, items[i]))
                (changed ??= items.ToBuilder())[i] = mapped;
        return changed?.MoveToImmutable() ?? items;
    }
}
