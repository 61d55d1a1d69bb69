using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>
/// A concrete object type has what the interfaces ask that it, or one it inherits from, implements (domain.md 1.7): properties by name and
/// type, and links by the name of the end on its side. An abstract type may leave it to those that inherit from it.
/// </summary>
internal sealed class SatisfactionRules(Transition transition)
{
    private readonly Snapshot after = transition.After;

    internal void Check(ObjectType type, Trail trail)
    {
        if (type.IsAbstract)
            return;
        var interfaces = after.InterfacesOf(type);
        if (interfaces.Count == 0 || interfaces.All(i => i.Properties.IsEmpty && i.RequiredLinks.IsEmpty))
            return;
        var properties = after.EffectiveProperties(type).ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var contract in interfaces)
        {
            foreach (var required in contract.Properties)
                Check(type, contract, required, properties.GetValueOrDefault(required.Name), trail);
            foreach (var required in contract.RequiredLinks)
                Check(type, contract, required, trail);
        }
    }

    private void Check(ObjectType type, Interface contract, Property required, EffectiveProperty? actual, Trail trail)
    {
        var wanted = after.Resolve(required, contract.Id);
        if (actual is null)
            Tell("IFACE_MISSING_PROPERTY", type, contract, required, trail,
                $"Add a property '{required.Name}' of the type {Shown(wanted.Type)}.",
                $"The {Words.Of(type)} implements '{contract.Name}' but has no property '{required.Name}'.");
        else if (!Conforms(actual.Type, wanted.Type))
            Tell("IFACE_PROPERTY_TYPE_MISMATCH", type, contract, required, trail,
                $"Give the property '{required.Name}' the type {Shown(wanted.Type)}.",
                $"The {Words.Of(type)} implements '{contract.Name}', which asks for the property '{required.Name}' to be {Shown(wanted.Type)}; it is {Shown(actual.Type)}.");
        else if (wanted.IsRequired && !actual.IsRequired && !actual.Own.IsPrimaryKey)
            Tell("IFACE_PROPERTY_TYPE_MISMATCH", type, contract, required, trail,
                $"Make the property '{required.Name}' required.",
                $"The {Words.Of(type)} implements '{contract.Name}', which asks for the property '{required.Name}' to be required.");
    }

    private void Check(ObjectType type, Interface contract, RequiredLink required, Trail trail)
    {
        var named = Links(type).Where(l => l.Near.Name == required.Name).ToList();
        if (named.Count == 0)
            Tell("IFACE_MISSING_RELATIONSHIP", type, contract, required, trail,
                $"Make a link type with an end '{required.Name}' at '{type.Name}' that leads to '{NameOf(required.Target)}'.",
                $"The {Words.Of(type)} implements '{contract.Name}' but no link leads from it as '{required.Name}'.");
        else if (!named.Any(l => IsA(l.Far.Type, required.Target) && (required.Cardinality is not { } cardinality || cardinality == l.Cardinality)))
            Tell("IFACE_REL_TARGET_MISMATCH", type, contract, required, trail,
                $"Let the link '{required.Name}' lead to '{NameOf(required.Target)}'{(required.Cardinality is { } asked ? $" as {Words.Of(asked)}" : "")}.",
                $"The {Words.Of(type)} implements '{contract.Name}', whose link '{required.Name}' leads to '{NameOf(required.Target)}'; its own does not, or has another cardinality.");
    }

    private IEnumerable<(LinkEnd Near, LinkEnd Far, Cardinality Cardinality)> Links(ObjectType type)
    {
        var places = after.AncestorsOf(type).Prepend(type).Select(t => t.Id).Concat(after.InterfacesOf(type).Select(i => i.Id));
        foreach (var place in places)
            foreach (var link in after.LinksOf(place))
            {
                if (link.From.Type == place)
                    yield return (link.From, link.To, link.Cardinality);
                if (link.To.Type == place && link.Directionality == Directionality.Bidirectional)
                    yield return (link.To, link.From, Flipped(link.Cardinality));
            }
    }

    private static Cardinality Flipped(Cardinality cardinality) => cardinality switch
    {
        Cardinality.OneToMany => Cardinality.ManyToOne,
        Cardinality.ManyToOne => Cardinality.OneToMany,
        _ => cardinality,
    };

    private bool Conforms(TypeRef? actual, TypeRef? wanted)
    {
        if (actual is null || wanted is null)
            return actual == wanted;
        if (actual.ObjectType is { } narrower && wanted.ObjectType is { } wider)
            return IsA(narrower, wider);
        return actual.DataType == wanted.DataType && actual.ValueType == wanted.ValueType && actual.StructType == wanted.StructType
            && actual.ObjectType == wanted.ObjectType && actual.Key == wanted.Key && actual.Dimensions == wanted.Dimensions
            && TypeRules.PrecisionOf(actual) == TypeRules.PrecisionOf(wanted) && TypeRules.ScaleOf(actual) == TypeRules.ScaleOf(wanted)
            && Conforms(actual.Items, wanted.Items);
    }

    private bool IsA(ElementId id, ElementId wanted) => id == wanted || after.Find(id) switch
    {
        ObjectType type => after.AncestorsOf(type).Any(a => a.Id == wanted) || after.InterfacesOf(type).Any(i => i.Id == wanted),
        Interface contract => after.ExtendedBy(contract).Any(i => i.Id == wanted),
        _ => false,
    };

    private string NameOf(ElementId id) => after.Find(id)?.Name ?? id.Value;

    private string Shown(TypeRef? type) => type is null ? "(none)" : TypeWords.Of(type, NameOf);

    private void Tell(string code, ObjectType type, Interface contract, Member requirement, Trail trail, string fix, string message) =>
        transition.Violations.Add(trail.At("interfaces"), new InterfaceNotSatisfied(code, type.Id, contract.Id, requirement.Id, fix, $"{message} {fix}"));
}
