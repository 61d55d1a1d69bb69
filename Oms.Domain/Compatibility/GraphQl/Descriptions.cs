namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>Compares descriptions, which clients read as people only.</summary>
internal static class Descriptions
{
    /// <summary>Whether they say something else; an empty one says nothing, as none does.</summary>
    internal static bool Differ(string? before, string? after) => (before ?? string.Empty) != (after ?? string.Empty);

    /// <summary>The rule for descriptions that differ.</summary>
    internal static string RuleOf(string kind, string? before, string? after) =>
        before is null ? $"{kind}_DESCRIPTION_ADDED" : after is null ? $"{kind}_DESCRIPTION_REMOVED" : $"{kind}_DESCRIPTION_CHANGED";
}
