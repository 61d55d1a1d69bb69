using System.Collections.Frozen;

namespace Oms.Domain.Import.LinkMl;

/// <summary>The keys of the LinkML metamodel that this importer understands; every other one is told as unmapped.</summary>
internal static class LinkMlKeys
{
    private static readonly string[] Common =
        ["name", "title", "description", "aliases", "in_subset", "deprecated", "deprecated_element_has_exact_replacement"];

    internal static readonly FrozenSet<string> OfClass =
        Set([.. Common, "is_a", "mixins", "mixin", "abstract", "slots", "slot_usage", "attributes", "class_uri"]);

    internal static readonly FrozenSet<string> OfSlot =
        Set([
            .. Common, "is_a", "mixins", "range", "domain", "multivalued", "required", "identifier", "key", "symmetric", "transitive", "slot_uri",
            "pattern", "minimum_value", "maximum_value",
        ]);

    internal static readonly FrozenSet<string> OfUsage = Set(["name", "range", "required", "multivalued", "description"]);

    internal static readonly FrozenSet<string> OfEnum = Set([.. Common, "permissible_values", "enum_uri"]);

    internal static readonly FrozenSet<string> OfType =
        Set([.. Common, "typeof", "base", "uri", "pattern", "minimum_value", "maximum_value"]);

    /// <summary>Those that hold one value.</summary>
    internal static readonly FrozenSet<string> Single =
        Set([
            "name", "title", "description", "deprecated", "deprecated_element_has_exact_replacement", "is_a", "class_uri", "slot_uri", "enum_uri",
            "range", "domain", "pattern", "minimum_value", "maximum_value", "typeof", "base", "uri", .. Truths(),
        ]);

    /// <summary>Those that hold true or false.</summary>
    internal static readonly FrozenSet<string> Truth = Set(Truths());

    private static string[] Truths() =>
        ["mixin", "abstract", "multivalued", "required", "identifier", "key", "symmetric", "transitive"];

    private static FrozenSet<string> Set(string[] keys) => FrozenSet.Create(StringComparer.Ordinal, keys);
}
