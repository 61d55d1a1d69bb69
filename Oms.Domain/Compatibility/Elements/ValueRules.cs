using System.Collections.Immutable;
using Oms.Domain.Ontology;
using static Oms.Domain.Compatibility.Elements.RuleShapes;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>What values a value type has.</summary>
internal static class ValueRules
{
    private static readonly ImmutableArray<ElementKind> Here = [ElementKind.ValueType];

    internal static ImmutableArray<ElementRule> All { get; } =
    [
        Base("VALUE_BASE_WIDENED", BreakSeverity.Medium, "BDDNB", "A value type narrows a type that holds more.", "integer becomes long", Relation.Wider),
        Base("VALUE_BASE_NARROWED", BreakSeverity.High, "BBBBB", "A value type narrows a type that holds less.", "long becomes integer", Relation.Narrower),
        Base("VALUE_BASE_CHANGED", BreakSeverity.Critical, "BBBBB", "A value type narrows an unrelated type.", "string becomes integer", Relation.Unrelated),
        new("VALUE_ADDED_TO_ENUM", BreakSeverity.Low, "DDNND", "A list of values has a further one, which readers may not expect.", "Size has XXL")
        {
            Kinds = Here, IsAddition = true, Find = pair => Enum(pair, isAdded: true, "has the further value"),
        },
        new("VALUE_REMOVED_FROM_ENUM", BreakSeverity.High, "BBDBB", "A list of values lost one; who gives it is refused.", "Size has no XXL any more")
        {
            Kinds = Here, Migration = MigrationKind.Clean, Find = pair => Enum(pair, isAdded: false, "no longer has the value"),
        },
        Constrained("VALUE_CONSTRAINT_TIGHTENED", BreakSeverity.Medium, "NBDBN", "A value type allows less than before.", "the maximum 100 becomes 50", Relation.Narrower) with { Migration = MigrationKind.Clean },
        Constrained("VALUE_CONSTRAINT_RELAXED", BreakSeverity.Low, "DDNND", "A value type allows more than before.", "the maximum 50 becomes 100", Relation.Wider) with { IsAddition = true },
        Constrained("VALUE_CONSTRAINT_CHANGED", BreakSeverity.Medium, "DBDBD", "A value type allows something else.", "one pattern becomes another", Relation.Unrelated) with { Migration = MigrationKind.Clean },
        new("VALUE_FORMAT_CHANGED", BreakSeverity.None, "NNNNN", "A value is shown or typed otherwise.", "{value} becomes {value} %")
        {
            Kinds = Here, Find = Between<ValueType>((a, b, _) => a.DisplayFormat != b.DisplayFormat || a.InputMask != b.InputMask ? $"Values of {b.Name} are shown or typed otherwise" : null),
        },
        new("STRUCT_DISPLAY_CHANGED", BreakSeverity.None, "NNNNN", "A struct is shown otherwise.", "{first} {last} becomes {last}, {first}")
        {
            Kinds = [ElementKind.StructType], Find = Between<StructType>((a, b, _) => a.DisplayTemplate != b.DisplayTemplate ? $"Values of {b.Name} are shown otherwise" : null),
        },
    ];

    private static ElementRule Base(string id, BreakSeverity severity, string verdicts, string sentence, string example, Relation relation) =>
        new(id, severity, verdicts, sentence, example)
        {
            Kinds = Here, Migration = MigrationKind.Convert,
            Find = Between<ValueType>((a, b, pair) => TypeLattice.Compare(a.BaseType, b.BaseType) == relation && a.BaseType != b.BaseType ? $"{b.Name} is over {SlotRules.Shown(b.BaseType, pair)} instead of {SlotRules.Shown(a.BaseType, pair)}" : null),
        };

    private static ElementRule Constrained(string id, BreakSeverity severity, string verdicts, string sentence, string example, Relation relation) =>
        new(id, severity, verdicts, sentence, example)
        {
            Kinds = Here,
            Find = Between<ValueType>((a, b, _) => ConstraintChanges.Of(Others(a, b), Others(b, a), relation) is { } text ? $"{b.Name} has {text}" : null),
        };

    // Two lists of values are told value by value.
    private static ImmutableArray<Constraint> Others(ValueType type, ValueType other) =>
        [.. type.Constraints.Where(c => c.Kind != ConstraintKind.Enum || other.Constraints.All(o => o.Kind != ConstraintKind.Enum))];

    private static IEnumerable<Hit> Enum(ElementPair pair, bool isAdded, string words)
    {
        if (!pair.Are<ValueType>(out var before, out var after) || List(before) is not { } old || List(after) is not { } now)
            return [];
        var (from, to) = isAdded ? (now, old) : (old, now);
        return from.Except(to, StringComparer.Ordinal).Select(v => new Hit(v.Trim('"'), $"{after.Name} {words} {v}"));
    }

    private static IReadOnlyList<string>? List(ValueType type) => type.Constraints.FirstOrDefault(c => c.Kind == ConstraintKind.Enum) is { } list ? ConstraintLattice.Items(list) : null;
}
