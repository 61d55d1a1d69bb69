using Oms.Domain.Refusals;

namespace Oms.Domain.Events;

/// <summary>Names of types in older systems (domain.md 5.1 and 5.6), as this registry names them.</summary>
public static class LegacyTypes
{
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal) { ["schema"] = "branch", ["semantictype"] = "valuetype" };

    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal) { ["changed"] = "updated", ["reverted"] = "updated", ["modified"] = "updated" };

    /// <summary>
    /// The type of this registry for a name with any of the old prefixes or none, in the form <c>group.verb</c> or <c>group_verb</c>, also at the
    /// beginning of a NATS subject; null when there is none.
    /// </summary>
    public static string? Migrate(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > TextLimits.MaxReason)
            return null;
        var suffix = EventTypes.Suffix(name);
        if (suffix.StartsWith("events.", StringComparison.Ordinal))
            suffix = EventTypes.Suffix(suffix["events.".Length..]);
        var tokens = suffix.ToLowerInvariant().Split('.');
        var (group, verb) = tokens.Length > 1 ? (tokens[0], tokens[1]) : Parted(tokens[0]);
        group = group.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        // Whatever happened to a schema there is a new head of a branch here.
        verb = group == "schema" ? "updated" : Verbs.GetValueOrDefault(verb, verb).Replace("_", "", StringComparison.Ordinal);
        var type = $"{EventTypes.Prefix}{Groups.GetValueOrDefault(group, group)}.{verb}";
        return EventCatalogue.Find(type)?.Type;
    }

    private static (string Group, string Verb) Parted(string name)
    {
        var at = name.LastIndexOf('_');
        return at < 0 ? (name, "") : (name[..at], name[(at + 1)..]);
    }
}
