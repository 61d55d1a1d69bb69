using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using static Oms.Domain.Compatibility.Elements.RuleShapes;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>What a link type joins, and what it means.</summary>
internal static class LinkRules
{
    private static readonly ImmutableArray<ElementKind> Here = [ElementKind.LinkType];

    internal static ImmutableArray<ElementRule> All { get; } =
    [
        new("LINK_END_RETARGETED", BreakSeverity.Critical, "BBBBB", "A link joins another type.", "employer leads to Company instead of Organisation")
        {
            Kinds = Here, Migration = MigrationKind.Relink,
            Find = Within<LinkEnd>((a, b, pair) => a.Type != b.Type ? $"An end of {pair.After!.Name} is {pair.NameOf(b.Type)} instead of {pair.NameOf(a.Type)}" : null),
        },
        new("LINK_END_RENAMED", BreakSeverity.High, "BBNBB", "The field that leads across a link has another name.", "employer becomes company")
        {
            Kinds = Here, Migration = MigrationKind.Rename,
            Find = Within<LinkEnd>((a, b, _) => a.Name != b.Name ? $"The end '{a.Name}' is now called '{b.Name}'" : null),
        },
        new("LINK_END_BECAME_REQUIRED", BreakSeverity.Medium, "NBDBD", "Every object on one side has a link from now on.", "each Person has an employer")
        {
            Kinds = Here, Migration = MigrationKind.Backfill,
            Find = pair => pair.Before is null ? AskedOfOld(pair) : Within<LinkEnd>((a, b, _) => !a.IsRequired && b.IsRequired ? $"The end '{b.Name}' is required" : null)(pair),
        },
        new("LINK_END_BECAME_OPTIONAL", BreakSeverity.High, "BBNNB", "Not every object on one side has a link from now on.", "a Person may have no employer")
        {
            Kinds = Here, Find = Within<LinkEnd>((a, b, _) => a.IsRequired && !b.IsRequired ? $"The end '{b.Name}' is no longer required" : null),
        },
        Cardinality("LINK_CARDINALITY_WIDENED", BreakSeverity.High, "BBDDB", "A link joins many where it joined one: a field becomes a list.", "MANY_TO_ONE becomes MANY_TO_MANY", Relation.Wider),
        Cardinality("LINK_CARDINALITY_NARROWED", BreakSeverity.Critical, "BBBBB", "A link joins one where it joined many; what is more than one is lost.", "MANY_TO_MANY becomes MANY_TO_ONE", Relation.Narrower),
        Cardinality("LINK_CARDINALITY_CHANGED", BreakSeverity.Critical, "BBBBB", "A link joins many on the other side.", "ONE_TO_MANY becomes MANY_TO_ONE", Relation.Unrelated),
        new("LINK_BECAME_BIDIRECTIONAL", BreakSeverity.Low, "NNDNN", "A link can be followed back.", "UNIDIRECTIONAL becomes BIDIRECTIONAL")
        {
            Kinds = Here, IsAddition = true,
            Find = Between<LinkType>((a, b, _) => CardinalityLattice.Compare(a.Directionality, b.Directionality) == Relation.Wider ? $"{b.Name} can be followed back" : null),
        },
        new("LINK_BECAME_UNIDIRECTIONAL", BreakSeverity.High, "BBDBB", "A link can no longer be followed back.", "BIDIRECTIONAL becomes UNIDIRECTIONAL")
        {
            Kinds = Here,
            Find = Between<LinkType>((a, b, _) => CardinalityLattice.Compare(a.Directionality, b.Directionality) == Relation.Narrower ? $"{b.Name} can no longer be followed back" : null),
        },
        new("LINK_MEANING_CHANGED", BreakSeverity.Medium, "DDBDN", "A link is transitive or symmetric, or no longer is, so it implies other links.", "partOf becomes transitive")
        {
            Kinds = Here,
            Find = Between<LinkType>((a, b, _) => a.IsTransitive != b.IsTransitive || a.IsSymmetric != b.IsSymmetric ? $"{b.Name} is {(b.IsTransitive ? string.Empty : "not ")}transitive and {(b.IsSymmetric ? string.Empty : "not ")}symmetric" : null),
        },
        new("LINK_CASCADE_ADDED", BreakSeverity.High, "DDDBN", "Deleting one object deletes another from now on, or further ones.", "deleting an Order deletes its items")
        {
            Kinds = Here,
            Find = Between<LinkType>((a, b, _) => Depth(b) > Depth(a) ? $"Deleting along {b.Name} reaches {(b.CascadeDepth is { } d ? Words.Count(d, "link") : "all links")}" : null),
        },
        new("LINK_CASCADE_REMOVED", BreakSeverity.Medium, "DDDDN", "Deleting one object no longer deletes another, or fewer.", "deleting an Order leaves its items")
        {
            Kinds = Here, Find = Between<LinkType>((a, b, _) => Depth(b) < Depth(a) ? $"Deleting along {b.Name} reaches less far" : null),
        },
        new("LINK_PROPAGATION_CHANGED", BreakSeverity.Medium, "DDNDN", "Permissions or states flow otherwise along a link.", "permissions flow from parent")
        {
            Kinds = Here,
            Find = Between<LinkType>((a, b, _) => a.PermissionInheritance != b.PermissionInheritance || a.StatePropagation != b.StatePropagation ? $"Permissions or states flow otherwise along {b.Name}" : null),
        },
        new("LINK_TRAVERSAL_CHANGED", BreakSeverity.Low, "DDDNN", "A traversal may follow a link a different number of times.", "the depth 1 becomes 3")
        {
            Kinds = Here, Find = Between<LinkType>((a, b, _) => a.TraversalDepth != b.TraversalDepth ? $"A traversal follows {b.Name} {Words.Count(b.TraversalDepth, "time")} instead of {a.TraversalDepth}" : null),
        },
    ];

    private static ElementRule Cardinality(string id, BreakSeverity severity, string verdicts, string sentence, string example, Relation relation) =>
        new(id, severity, verdicts, sentence, example)
        {
            Kinds = Here, Migration = MigrationKind.Relink,
            Find = Between<LinkType>((a, b, _) => CardinalityLattice.Compare(a.Cardinality, b.Cardinality) == relation ? $"{b.Name} is {Words.Of(b.Cardinality)} instead of {Words.Of(a.Cardinality)}" : null),
        };

    // Objects of a type that is as new as the link have never been without it.
    private static IEnumerable<Hit> AskedOfOld(ElementPair pair) => pair.After!.Members.OfType<LinkEnd>()
        .Where(e => e.IsRequired && pair.Old.Find(e.Type) is not null)
        .Select(e => new Hit(e.Name, $"Each {pair.NameOf(e.Type)} has to have a link {pair.After.Name}", "LINK_TYPE_ADDED"));

    /// <summary>The rule that finds it when a link that is gone comes back and asks for itself of types that are there; else null.</summary>
    internal static string? AskedFor(ElementPair gone) => gone.Before is LinkType && AskedOfOld(gone.TakenBack).Any() ? "LINK_END_BECAME_REQUIRED" : null;

    private static int Depth(LinkType link) => link.CascadeDelete ? link.CascadeDepth ?? int.MaxValue : 0;
}
