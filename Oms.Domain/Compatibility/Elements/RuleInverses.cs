using System.Collections.Frozen;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>Which rules find each other's changes taken back, and which find parts that are new. The other rules have no direction.</summary>
internal static class RuleInverses
{
    private static readonly string[] Slots = [SlotRules.Property.Id, SlotRules.StructField.Id, SlotRules.Parameter.Id];

    private static readonly string[] Elements =
        ["OBJECT_TYPE", "LINK_TYPE", "INTERFACE", "SHARED_PROPERTY", "VALUE_TYPE", "STRUCT_TYPE", "ACTION_TYPE", "FUNCTION_TYPE"];

    // The first is a part that is new.
    private static readonly (string Added, string Removed)[] Parts =
    [
        .. Elements.Concat(Slots).Concat(["PARENT", "IMPLEMENTED_INTERFACE", "EXTENDED_INTERFACE", "REQUIRED_LINK", "APPLICABILITY", "PROPERTY_INDEX", "PROPERTY_SEARCH"])
            .Select(p => ($"{p}_ADDED", $"{p}_REMOVED")),
        ("LINK_BECAME_BIDIRECTIONAL", "LINK_BECAME_UNIDIRECTIONAL"),
    ];

    private static readonly (string One, string Other)[] Pairs =
    [
        ("ELEMENT_DEPRECATED", "ELEMENT_RESTORED"), ("ELEMENT_ARCHIVED", "ELEMENT_UNARCHIVED"), ("ELEMENT_BECAME_EXPERIMENTAL", "ELEMENT_BECAME_ACTIVE"),
        ("MEMBER_DEPRECATED", "MEMBER_RESTORED"), ("MEMBER_BECAME_EXPERIMENTAL", "MEMBER_BECAME_ACTIVE"),
        ("OBJECT_TYPE_BECAME_ABSTRACT", "OBJECT_TYPE_BECAME_CONCRETE"), ("OBJECT_TYPE_BECAME_IMMUTABLE", "OBJECT_TYPE_BECAME_MUTABLE"),
        ("CLASSIFICATION_RAISED", "CLASSIFICATION_LOWERED"),
        ("LINK_END_BECAME_REQUIRED", "LINK_END_BECAME_OPTIONAL"), ("LINK_CARDINALITY_WIDENED", "LINK_CARDINALITY_NARROWED"), ("LINK_CASCADE_ADDED", "LINK_CASCADE_REMOVED"),
        .. Slots.SelectMany(s => new[]
        {
            ($"{s}_TYPE_WIDENED", $"{s}_TYPE_NARROWED"), ($"{s}_BECAME_LIST", $"{s}_BECAME_SINGLE"), ($"{s}_BECAME_REQUIRED", $"{s}_BECAME_OPTIONAL"),
            ($"{s}_CONSTRAINT_TIGHTENED", $"{s}_CONSTRAINT_RELAXED"),
        }),
        ("PRIMARY_KEY_ADDED", "PRIMARY_KEY_REMOVED"), ("PROPERTY_BECAME_UNIQUE", "PROPERTY_NO_LONGER_UNIQUE"), ("PROPERTY_BECAME_IMMUTABLE", "PROPERTY_BECAME_MUTABLE"),
        ("VALUE_BASE_WIDENED", "VALUE_BASE_NARROWED"), ("VALUE_ADDED_TO_ENUM", "VALUE_REMOVED_FROM_ENUM"), ("VALUE_CONSTRAINT_TIGHTENED", "VALUE_CONSTRAINT_RELAXED"),
        ("ACTION_PERMISSION_ADDED", "ACTION_PERMISSION_REMOVED"), ("ACTION_APPROVAL_ADDED", "ACTION_APPROVAL_REMOVED"), ("ACTION_BATCH_NARROWED", "ACTION_BATCH_WIDENED"),
        ("FUNCTION_RETURN_WIDENED", "FUNCTION_RETURN_NARROWED"), ("FUNCTION_MAY_RETURN_NULL", "FUNCTION_NEVER_RETURNS_NULL"),
        ("FUNCTION_SIDE_EFFECTS_ADDED", "FUNCTION_SIDE_EFFECTS_REMOVED"),
    ];

    private static readonly FrozenDictionary<string, string> Inverse = Parts.Concat(Pairs).SelectMany(p => new[] { (p.Item1, p.Item2), (p.Item2, p.Item1) })
        .Concat(Slots.SelectMany(s => new[] { ($"{s}_REQUIRED_ADDED", $"{s}_REMOVED"), ($"{s}_BECAME_REQUIRED_WITH_DEFAULT", $"{s}_BECAME_OPTIONAL") }))
        .Append(("MEMBER_ARCHIVED", "MEMBER_BECAME_ACTIVE"))
        .ToFrozenDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);

    private static readonly FrozenSet<string> New = Parts.Select(p => p.Added).Concat(Slots.Select(s => $"{s}_REQUIRED_ADDED")).ToFrozenSet(StringComparer.Ordinal);

    internal static ElementRule Of(ElementRule rule) => rule with { Inverse = Inverse.GetValueOrDefault(rule.Id), IsNewPart = New.Contains(rule.Id) };
}
