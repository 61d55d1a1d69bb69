using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>The rules that every place for values has; which verdict they give depends on whether consumers read it, write it, or both.</summary>
internal static class SlotRules
{
    /// <summary>Properties of object types, link types and interfaces, and shared properties: read and written.</summary>
    internal static SlotKind Property { get; } = new()
    {
        Id = "PROPERTY",
        Noun = "property",
        Kinds = [ElementKind.ObjectType, ElementKind.LinkType, ElementKind.Interface, ElementKind.SharedProperty],
        Verdicts = new Dictionary<string, string>
        {
            ["REMOVED"] = "BBBBB", ["ADDED"] = "NNNNN", ["REQUIRED_ADDED"] = "NBDBD", ["RENAMED"] = "BBNBB",
            ["TYPE_WIDENED"] = "BDDNB", ["TYPE_NARROWED"] = "BBBBB", ["TYPE_CHANGED"] = "BBBBB", ["BECAME_LIST"] = "BBBBB", ["BECAME_SINGLE"] = "BBBBB",
            ["BECAME_REQUIRED"] = "NBDBD", ["BECAME_REQUIRED_WITH_DEFAULT"] = "NDDDD", ["BECAME_OPTIONAL"] = "BBNNB", ["DEFAULT_CHANGED"] = "DDNDN",
            ["CONSTRAINT_TIGHTENED"] = "NBDBN", ["CONSTRAINT_RELAXED"] = "DDNND", ["CONSTRAINT_CHANGED"] = "DBDBD",
        },
        Of = PropertiesOf,
        NewlyInherited = NewlyInherited,
    };

    /// <summary>Fields of struct types: read and written as part of a value.</summary>
    internal static SlotKind StructField { get; } = new()
    {
        Id = "STRUCT_FIELD",
        Noun = "field",
        Kinds = [ElementKind.StructType],
        Verdicts = Property.Verdicts,
        Of = (element, _) => element is StructType type ? type.Fields.Select(f => new Slot(f.Id.Value, f.Name, f.Type, f.IsRequired, f.DefaultValue, f.Constraints)) : [],
    };

    /// <summary>Parameters of actions and functions: given by callers, never indexed.</summary>
    internal static SlotKind Parameter { get; } = new()
    {
        Id = "PARAMETER",
        Noun = "parameter",
        Kinds = [ElementKind.ActionType, ElementKind.FunctionType],
        Verdicts = new Dictionary<string, string>
        {
            ["REMOVED"] = "BB-BB", ["ADDED"] = "DN-NN", ["REQUIRED_ADDED"] = "BB-BB", ["RENAMED"] = "BB-BB",
            ["TYPE_WIDENED"] = "BN-NB", ["TYPE_NARROWED"] = "BB-BB", ["TYPE_CHANGED"] = "BB-BB", ["BECAME_LIST"] = "BB-BB", ["BECAME_SINGLE"] = "BB-BB",
            ["BECAME_REQUIRED"] = "BB-BB", ["BECAME_REQUIRED_WITH_DEFAULT"] = "DD-DD", ["BECAME_OPTIONAL"] = "NN-NN", ["DEFAULT_CHANGED"] = "DD-DN",
            ["CONSTRAINT_TIGHTENED"] = "DB-BN", ["CONSTRAINT_RELAXED"] = "NN-NN", ["CONSTRAINT_CHANGED"] = "DB-BD",
        },
        Of = (element, _) => element.Members.OfType<Parameter>().Select(p => new Slot(p.Id.Value, p.Name, p.Type, p.IsRequired, p.DefaultValue, p.Constraints)),
    };

    internal static IEnumerable<ElementRule> For(SlotKind kind) =>
    [
        Rule(kind, "REMOVED", BreakSeverity.High, MigrationKind.Retire, "is gone", "fax is removed", Removed(kind)),
        Rule(kind, "ADDED", BreakSeverity.None, MigrationKind.None, "that may be left out is new", "nickname is added", Added(kind, required: false)) with { IsAddition = true },
        Rule(kind, "REQUIRED_ADDED", BreakSeverity.Medium, MigrationKind.Backfill, "that has to be given is new", "taxNumber is added, required", Added(kind, required: true)) with { IsAddition = true },
        Rule(kind, "RENAMED", BreakSeverity.High, MigrationKind.Rename, "has another API name", "mail becomes email", Each(kind, (a, b, _) => a.Name != b.Name ? $"is now called {b.Name}" : null)),
        Rule(kind, "TYPE_WIDENED", BreakSeverity.Medium, MigrationKind.Convert, "has a type that holds all of the old one and more", "integer becomes long", Typed(kind, Relation.Wider)),
        Rule(kind, "TYPE_NARROWED", BreakSeverity.High, MigrationKind.Convert, "has a type that holds less", "long becomes integer", Typed(kind, Relation.Narrower)),
        Rule(kind, "TYPE_CHANGED", BreakSeverity.Critical, MigrationKind.Convert, "has an unrelated type", "string becomes integer", Typed(kind, Relation.Unrelated)),
        Rule(kind, "BECAME_LIST", BreakSeverity.High, MigrationKind.Convert, "holds many values where it held one", "string becomes an array of string", Each(kind, (a, b, _) => !IsList(a) && IsList(b) ? "is a list now" : null)),
        Rule(kind, "BECAME_SINGLE", BreakSeverity.Critical, MigrationKind.Convert, "holds one value where it held many", "an array of string becomes string", Each(kind, (a, b, _) => IsList(a) && !IsList(b) ? "is no longer a list" : null)),
        Rule(kind, "BECAME_REQUIRED", BreakSeverity.Medium, MigrationKind.Backfill, "has to be given", "email becomes required", Each(kind, (a, b, _) => BecameRequired(a, b), (a, _) => a.IsRequired ? $"{kind.Id}_DEFAULT_CHANGED" : null)),
        Rule(kind, "BECAME_REQUIRED_WITH_DEFAULT", BreakSeverity.Low, MigrationKind.None, "always has a value, which may be left out for its default but is not nothing", "priority becomes required, with the default 1", Each(kind, (a, b, _) => !a.IsRequired && b.IsRequired && !b.MustBeGiven ? $"is required, with the default {b.Default!.Text}" : null)),
        Rule(kind, "BECAME_OPTIONAL", BreakSeverity.High, MigrationKind.None, "may be left out, so readers may find nothing", "email is no longer required", Each(kind, (a, b, _) => a.IsRequired && !b.IsRequired ? "is no longer required" : null, (a, _) => a.MustBeGiven ? null : $"{kind.Id}_BECAME_REQUIRED_WITH_DEFAULT")),
        Rule(kind, "DEFAULT_CHANGED", BreakSeverity.Low, MigrationKind.None, "means something else where it is left out", "the default 1 becomes 2", Each(kind, (a, b, _) => a.Default != b.Default && BecameRequired(a, b) is null ? $"has the default {b.Default?.Text ?? "none"} instead of {a.Default?.Text ?? "none"}" : null, (a, b) => BecameRequired(b, a) is null ? null : $"{kind.Id}_BECAME_REQUIRED")),
        Rule(kind, "CONSTRAINT_TIGHTENED", BreakSeverity.Medium, MigrationKind.Clean, "allows less than before", "the maximum 100 becomes 50", Constrained(kind, Relation.Narrower)),
        Rule(kind, "CONSTRAINT_RELAXED", BreakSeverity.Low, MigrationKind.None, "allows more than before, which readers may not expect", "the maximum 50 becomes 100", Constrained(kind, Relation.Wider)) with { IsAddition = true },
        Rule(kind, "CONSTRAINT_CHANGED", BreakSeverity.Medium, MigrationKind.Clean, "allows something else", "one pattern becomes another", Constrained(kind, Relation.Unrelated)),
    ];

    private static ElementRule Rule(
        SlotKind kind, string what, BreakSeverity severity, MigrationKind migration, string sentence, string example, Func<ElementPair, IEnumerable<Hit>> find) =>
        new($"{kind.Id}_{what}", severity, kind.Verdicts[what], $"A {kind.Noun} {sentence}.", example) { Kinds = [.. kind.Kinds], Migration = migration, Find = find };

    private static Func<ElementPair, IEnumerable<Hit>> Removed(SlotKind kind) => pair =>
    {
        if (pair.Before is null || pair.After is null)
            return [];
        var kept = kind.Of(pair.After, pair.New).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return kind.Of(pair.Before, pair.Old).Where(s => !kept.Contains(s.Key)).Select(s => new Hit(s.Name, $"The {kind.Noun} {Path(pair.After, s)} was removed", s.MustBeGiven ? $"{kind.Id}_REQUIRED_ADDED" : null));
    };

    private static Func<ElementPair, IEnumerable<Hit>> Added(SlotKind kind, bool required) => pair =>
    {
        if (pair.Before is null || pair.After is null)
            return [];
        var known = kind.Of(pair.Before, pair.Old).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return kind.Of(pair.After, pair.New).Concat(kind.NewlyInherited(pair))
            .Where(s => !known.Contains(s.Key) && s.MustBeGiven == required)
            .Select(s => new Hit(s.Name, $"The {kind.Noun} {Path(pair.After, s)} was added{(required ? "; it has to be given" : string.Empty)}"));
    };

    private static Func<ElementPair, IEnumerable<Hit>> Each(SlotKind kind, Func<Slot, Slot, ElementPair, string?> message, Func<Slot, Slot, string?>? inverse = null) => pair =>
    {
        if (pair.Before is null || pair.After is null)
            return [];
        var now = kind.Of(pair.After, pair.New).ToDictionary(s => s.Key, StringComparer.Ordinal);
        return kind.Of(pair.Before, pair.Old)
            .Select(old => now.TryGetValue(old.Key, out var slot) && message(old, slot, pair) is { } text ? new Hit(old.Name, $"The {kind.Noun} {Path(pair.Before, old)} {text}", inverse?.Invoke(old, slot)) : (Hit?)null)
            .OfType<Hit>();
    };

    private static Func<ElementPair, IEnumerable<Hit>> Typed(SlotKind kind, Relation relation) => Each(
        kind, (a, b, pair) => IsList(a) == IsList(b) && TypeLattice.Compare(a.Type, b.Type, pair.New) == relation && a.Type != b.Type ? $"is {Shown(b.Type, pair)} instead of {Shown(a.Type, pair)}" : null);

    private static Func<ElementPair, IEnumerable<Hit>> Constrained(SlotKind kind, Relation relation) => Each(
        kind, (a, b, _) => ConstraintChanges.Of(a.Constraints, b.Constraints, relation) is { } text ? $"has {text}" : null);

    private static string? BecameRequired(Slot before, Slot after) =>
        before.MustBeGiven || !after.MustBeGiven ? null : before.Default is { } gone ? $"has to be given: its default {gone.Text} is gone" : "is required";

    private static bool IsList(Slot slot) => slot.Type?.DataType == "array";

    private static string Path(Element element, Slot slot) => slot.Name is null ? element.Name : $"{element.Name}.{slot.Name}";

    internal static string Shown(TypeRef? type, ElementPair pair) => type is null ? "nothing" : TypeWords.Of(type, pair.NameOf);

    // Of a property that refers to the same shared property before and after, what comes from there is told there.
    private static IEnumerable<Slot> PropertiesOf(Element element, Snapshot version) => element switch
    {
        SharedProperty shared => [new Slot(string.Empty, null, shared.Type, shared.IsRequired, shared.DefaultValue, shared.Constraints)],
        _ => element.Members.OfType<Property>().Select(p => Resolved(version.Resolve(p, element.Id))),
    };

    // A property that an ancestor gains is told there; here is told what comes with a further ancestor.
    private static IEnumerable<Slot> NewlyInherited(ElementPair pair)
    {
        if (!pair.Are<ObjectType>(out var before, out var after) || after.Parents.SequenceEqual(before.Parents))
            return [];
        var known = pair.Old.AncestorsOf(before).Select(t => t.Id).Append(after.Id).ToHashSet();
        return pair.New.EffectiveProperties(after).Where(p => !known.Contains(p.DeclaredBy)).Select(Resolved);
    }

    private static Slot Resolved(EffectiveProperty property) =>
        new(property.Own.Id.Value, property.Name, property.Type, property.IsRequired, property.DefaultValue, property.Constraints);
}
