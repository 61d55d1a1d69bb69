using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using static Oms.Domain.Compatibility.Elements.RuleShapes;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>What an object type is, beside its properties.</summary>
internal static class ObjectTypeRules
{
    private static readonly ImmutableArray<ElementKind> Here = [ElementKind.ObjectType];

    internal static ImmutableArray<ElementRule> All { get; } =
    [
        new("PARENT_REMOVED", BreakSeverity.High, "BBBBB", "An object type no longer inherits from another: what it had from there is gone.", "Dog no longer inherits from Animal")
        {
            Kinds = Here,
            Find = pair => Gone<ObjectType>(t => t.Parents, (t, name) => $"{t.Name} no longer inherits from {name}")(pair)
                .Select(h => h with { Inverse = SlotRules.Property.NewlyInherited(pair.TakenBack).Any(s => s.MustBeGiven) ? "PROPERTY_REQUIRED_ADDED" : null }),
        },
        new("PARENT_ADDED", BreakSeverity.Low, "DDDND", "An object type, which may be new itself, inherits from another that was there, and turns up among its objects.", "Dog inherits from Animal")
        {
            Kinds = Here, IsAddition = true, Find = Joined(t => t.Parents, Parents, (t, name) => $"{t.Name} inherits from {name}"),
        },
        new("IMPLEMENTED_INTERFACE_REMOVED", BreakSeverity.High, "BBNBB", "An object type no longer implements an interface.", "Dog no longer implements Named")
        {
            Kinds = Here, Find = Gone<ObjectType>(t => t.Interfaces, (t, name) => $"{t.Name} no longer implements {name}"),
        },
        new("IMPLEMENTED_INTERFACE_ADDED", BreakSeverity.Low, "DDNND", "An object type, which may be new itself, implements an interface that was there, and turns up where that is asked for.", "Dog implements Named")
        {
            Kinds = Here, IsAddition = true, Find = Joined(t => t.Interfaces, Interfaces, (t, name) => $"{t.Name} implements {name}"),
        },
        new("OBJECT_TYPE_BECAME_ABSTRACT", BreakSeverity.High, "DBDBB", "There may be no objects of exactly this type from now on.", "Animal becomes abstract")
        {
            Kinds = Here, Migration = MigrationKind.Clean, Find = Between<ObjectType>((a, b, _) => !a.IsAbstract && b.IsAbstract ? $"{b.Name} is abstract" : null),
        },
        new("OBJECT_TYPE_BECAME_CONCRETE", BreakSeverity.Low, "DDNNN", "There may be objects of exactly this type from now on.", "Animal is no longer abstract")
        {
            Kinds = Here, IsAddition = true, Find = Between<ObjectType>((a, b, _) => a.IsAbstract && !b.IsAbstract ? $"{b.Name} is no longer abstract" : null),
        },
        new("OBJECT_TYPE_BECAME_IMMUTABLE", BreakSeverity.High, "NBNBD", "Objects may not change once made; who changes them is refused.", "Invoice becomes immutable")
        {
            Kinds = Here, Find = Between<ObjectType>((a, b, _) => !a.IsImmutable && b.IsImmutable ? $"Objects of {b.Name} may no longer change" : null),
        },
        new("OBJECT_TYPE_BECAME_MUTABLE", BreakSeverity.Low, "DDDND", "Objects may change from now on; who kept them for good is mistaken.", "Invoice is no longer immutable")
        {
            Kinds = Here, IsAddition = true, Find = Between<ObjectType>((a, b, _) => a.IsImmutable && !b.IsImmutable ? $"Objects of {b.Name} may change" : null),
        },
        new("TITLE_PROPERTY_CHANGED", BreakSeverity.Low, "NNDND", "Objects are titled by another property.", "Person is titled by fullName")
        {
            Kinds = Here, Find = Between<ObjectType>((a, b, _) => a.TitleProperty != b.TitleProperty || a.SubtitleProperty != b.SubtitleProperty ? $"Objects of {b.Name} are titled otherwise" : null),
        },
        new("CLASSIFICATION_RAISED", BreakSeverity.Medium, "DDDDN", "The data is more confidential; who could read it may be refused.", "Person becomes CONFIDENTIAL")
        {
            Kinds = Here, Find = Between<ObjectType>((a, b, _) => b.Classification > a.Classification ? $"{b.Name} is {Words.Of(b.Classification)} instead of {Words.Of(a.Classification)}" : null),
        },
        new("CLASSIFICATION_LOWERED", BreakSeverity.Low, "NNNNN", "The data is less confidential.", "Person becomes PUBLIC")
        {
            Kinds = Here, Find = Between<ObjectType>((a, b, _) => b.Classification < a.Classification ? $"{b.Name} is {Words.Of(b.Classification)} instead of {Words.Of(a.Classification)}" : null),
        },
    ];

    private static IEnumerable<ElementId> Parents(ObjectType type, Snapshot version) => version.AncestorsOf(type).Select(t => t.Id);

    private static IEnumerable<ElementId> Interfaces(ObjectType type, Snapshot version) => version.InterfacesOf(type).Select(i => i.Id);

    // A new type turns up among all that it belongs to, by however many others that are as new.
    private static Func<ElementPair, IEnumerable<Hit>> Joined(
        Func<ObjectType, ImmutableArray<ElementId>> named, Func<ObjectType, Snapshot, IEnumerable<ElementId>> all, Func<ObjectType, string, string> message) =>
        pair => pair.Before is null && pair.After is ObjectType joins
            ? all(joins, pair.New).Where(id => pair.Old.Find(id) is not null).Select(id => new Hit(null, message(joins, pair.NameOf(id))))
            : Gone(named, message, isAdded: true)(pair);
}
