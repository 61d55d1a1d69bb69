using System.Collections.Immutable;
using Oms.Domain.Ontology;
using static Oms.Domain.Compatibility.Elements.RuleShapes;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>What properties have that other places for values have not: keys, indexes, uniqueness.</summary>
internal static class PropertyRules
{
    private static readonly ImmutableArray<ElementKind> Here = [ElementKind.ObjectType, ElementKind.LinkType, ElementKind.Interface];

    internal static ImmutableArray<ElementRule> All { get; } =
    [
        new("PRIMARY_KEY_REMOVED", BreakSeverity.Critical, "BBBBB", "An object type has no primary key any more.", "Person has no key")
        {
            Kinds = Here, Migration = MigrationKind.Rekey, Find = Between<ObjectType>((a, b, _) => Key(a) is { } key && Key(b) is null ? $"{b.Name} has no primary key any more; it was {key.Name}" : null),
        },
        new("PRIMARY_KEY_ADDED", BreakSeverity.High, "NBBBD", "An object type has a primary key from now on, which each object needs.", "Person is keyed by taxNumber")
        {
            Kinds = Here, Migration = MigrationKind.Rekey, Find = Between<ObjectType>((a, b, _) => Key(a) is null && Key(b) is { } key ? $"{b.Name} has the primary key {key.Name}" : null),
        },
        new("PRIMARY_KEY_MOVED", BreakSeverity.Critical, "BBBBB", "Another property is the primary key.", "Person is keyed by email instead of id")
        {
            Kinds = Here, Migration = MigrationKind.Rekey,
            Find = Between<ObjectType>((a, b, _) => Key(a) is { } old && Key(b) is { } now && old.Id != now.Id ? $"{b.Name} has the primary key {now.Name} instead of {old.Name}" : null),
        },
        new("PRIMARY_KEY_TYPE_CHANGED", BreakSeverity.Critical, "BBBBB", "The primary key has another type.", "the key becomes a long")
        {
            Kinds = Here, Migration = MigrationKind.Rekey,
            Find = Between<ObjectType>((a, b, pair) => Key(a) is { } old && Key(b) is { } now && old.Id == now.Id && pair.Old.Resolve(old, a.Id).Type != pair.New.Resolve(now, b.Id).Type ? $"The primary key {now.Name} of {b.Name} has another type" : null),
        },
        Flag("PROPERTY_BECAME_UNIQUE", BreakSeverity.Medium, "NBDBN", "No two objects may share a value from now on.", "email becomes unique", p => p.IsUnique, true, "is unique", MigrationKind.Clean),
        Flag("PROPERTY_NO_LONGER_UNIQUE", BreakSeverity.Medium, "DDNDD", "Two objects may share a value, so a look-up may find several.", "email is no longer unique", p => p.IsUnique, false, "is no longer unique"),
        Flag("PROPERTY_INDEX_ADDED", BreakSeverity.Low, "NNDNN", "The index holds a property from now on.", "email is indexed", p => p.IsIndexed, true, "is indexed"),
        Flag("PROPERTY_INDEX_REMOVED", BreakSeverity.Low, "DDBNN", "The index no longer holds a property: who asks by it is slow or refused.", "email is no longer indexed", p => p.IsIndexed, false, "is no longer indexed"),
        Flag("PROPERTY_SEARCH_ADDED", BreakSeverity.Low, "NNDNN", "Full-text search finds a property from now on.", "bio becomes searchable", p => p.IsSearchable, true, "is searchable"),
        Flag("PROPERTY_SEARCH_REMOVED", BreakSeverity.Low, "DDBNN", "Full-text search no longer finds a property.", "bio is no longer searchable", p => p.IsSearchable, false, "is no longer searchable"),
        new("PROPERTY_BECAME_IMMUTABLE", BreakSeverity.High, "NBNBN", "A value may not change once set; who changes it is refused.", "birthDate becomes immutable")
        {
            Kinds = Here, Find = Within<Property>((a, b, _) => !a.IsImmutable && b.IsImmutable ? $"The property {b.Name} may no longer change" : null),
        },
        new("PROPERTY_BECAME_MUTABLE", BreakSeverity.Low, "DDNND", "A value may change from now on.", "birthDate is no longer immutable")
        {
            Kinds = Here, IsAddition = true, Find = Within<Property>((a, b, _) => a.IsImmutable && !b.IsImmutable ? $"The property {b.Name} may change" : null),
        },
        new("PROPERTY_SHARED_CHANGED", BreakSeverity.Medium, "NNNND", "A property takes its definition from another shared property, or from none.", "email refers to the shared property contactEmail")
        {
            Kinds = Here, Find = Within<Property>((a, b, pair) => a.SharedProperty != b.SharedProperty ? $"The property {b.Name} takes its definition from {(b.SharedProperty is { } s ? pair.NameOf(s) : "itself")}" : null),
        },
        new("PROPERTY_HIDDEN", BreakSeverity.Low, "NNNNN", "A property is hidden from user interfaces.", "salary becomes HIDDEN")
        {
            Kinds = Here, Find = Within<Property>((a, b, _) => a.Visibility != Visibility.Hidden && b.Visibility == Visibility.Hidden ? $"The property {b.Name} is hidden" : null),
        },
        new("MEMBERS_REORDERED", BreakSeverity.None, "NNNNN", "Members stand in another order.", "email stands before name")
        {
            Find = Between<Element>((a, b, _) =>
            {
                var (old, now) = (a.Members.Select(m => m.Id).ToList(), b.Members.Select(m => m.Id).ToList());
                return old.Where(now.Contains).SequenceEqual(now.Where(old.Contains)) ? null : $"The members of {b.Name} stand in another order";
            }),
        },
    ];

    private static ElementRule Flag(
        string id, BreakSeverity severity, string verdicts, string sentence, string example, Func<EffectiveProperty, bool> flag, bool isSet, string words, MigrationKind migration = MigrationKind.None) =>
        new(id, severity, verdicts, sentence, example)
        {
            Kinds = Here, Migration = migration,
            Find = Within<Property>((a, b, pair) => flag(pair.Old.Resolve(a, pair.Either.Id)) == !isSet && flag(pair.New.Resolve(b, pair.Either.Id)) == isSet ? $"The property {b.Name} {words}" : null),
        };

    private static Property? Key(ObjectType type) => type.Properties.FirstOrDefault(p => p.IsPrimaryKey);
}
