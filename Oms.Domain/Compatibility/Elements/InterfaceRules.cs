using System.Collections.Immutable;
using Oms.Domain.Ontology;
using static Oms.Domain.Compatibility.Elements.RuleShapes;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>What an interface asks for, beside its properties.</summary>
internal static class InterfaceRules
{
    private static readonly ImmutableArray<ElementKind> Here = [ElementKind.Interface];

    internal static ImmutableArray<ElementRule> All { get; } =
    [
        new("EXTENDED_INTERFACE_REMOVED", BreakSeverity.High, "BBNBB", "An interface no longer extends another.", "Named no longer extends Node")
        {
            Kinds = Here, Find = Gone<Interface>(t => t.Extends, (t, name) => $"{t.Name} no longer extends {name}"),
        },
        new("EXTENDED_INTERFACE_ADDED", BreakSeverity.Medium, "DDNDB", "An interface extends another, and asks its implementers for all of that.", "Named extends Node")
        {
            Kinds = Here, IsAddition = true, Migration = MigrationKind.Backfill, Find = Gone<Interface>(t => t.Extends, (t, name) => $"{t.Name} extends {name}", isAdded: true),
        },
        new("REQUIRED_LINK_ADDED", BreakSeverity.Medium, "NNNDB", "An interface asks its implementers for a further link.", "Owned asks for the link owner")
        {
            Kinds = Here, IsAddition = true, Migration = MigrationKind.Backfill,
            Find = pair => ElementPair.Only(pair.After, pair.Before).OfType<RequiredLink>().Select(l => new Hit(l.Name, $"{pair.After!.Name} asks for a link {l.Name}")),
        },
        new("REQUIRED_LINK_REMOVED", BreakSeverity.High, "BBNBB", "An interface no longer promises a link.", "Owned no longer asks for the link owner")
        {
            Kinds = Here,
            Find = pair => ElementPair.Only(pair.Before, pair.After).OfType<RequiredLink>().Select(l => new Hit(l.Name, $"{pair.After!.Name} no longer asks for the link {l.Name}")),
        },
        new("REQUIRED_LINK_RENAMED", BreakSeverity.High, "BBNBB", "A link that an interface promises has another name.", "owner becomes holder")
        {
            Kinds = Here, Migration = MigrationKind.Rename, Find = Within<RequiredLink>((a, b, _) => a.Name != b.Name ? $"The required link {a.Name} is now called {b.Name}" : null),
        },
        new("REQUIRED_LINK_RETARGETED", BreakSeverity.High, "BBNBB", "A link that an interface promises leads elsewhere, or has another cardinality.", "owner leads to Group instead of Person")
        {
            Kinds = Here,
            Find = Within<RequiredLink>((a, b, pair) => a.Target != b.Target || a.Cardinality != b.Cardinality ? $"The required link {b.Name} leads to {pair.NameOf(b.Target)} instead of {pair.NameOf(a.Target)}, or to more or fewer" : null),
        },
    ];
}
