using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>The rules over every kind and member of the ontology (domain.md 4.2, and what that did not cover).</summary>
public static class ElementRules
{
    /// <summary>All of them, in the order of the table in docs/compatibility.md.</summary>
    public static ImmutableArray<ElementRule> All { get; } = [.. Everything().Select(RuleInverses.Of)];

    private static readonly FrozenDictionary<string, ElementRule> ById = All.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>The rule with this id; null where there is none.</summary>
    public static ElementRule? Find(string id) => ById.GetValueOrDefault(id);

    private static ElementRule[] Everything() =>
    [
        .. LifeRules.All, .. ObjectTypeRules.All, .. InterfaceRules.All, .. LinkRules.All,
        .. SlotRules.For(SlotRules.Property), .. PropertyRules.All, .. SlotRules.For(SlotRules.StructField), .. ValueRules.All,
        .. SlotRules.For(SlotRules.Parameter), .. ActionRules.All, .. FunctionRules.All,
    ];
}
