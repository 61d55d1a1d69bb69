using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Rules;

/// <summary>Whether two versions of an element look the same to those that depend on it.</summary>
internal static class Shapes
{
    internal static bool SameForHeirs(ObjectType a, ObjectType b) =>
        a.IsAbstract == b.IsAbstract && a.Parents.SequenceEqual(b.Parents) && a.Interfaces.SequenceEqual(b.Interfaces)
        && Same(a.Properties, b.Properties);

    /// <summary>The names of properties that are new, where nothing else changed for heirs and none is a key; else null.</summary>
    internal static HashSet<string>? OnlyAdded(ObjectType before, ObjectType after)
    {
        if (before.IsAbstract != after.IsAbstract || !before.Parents.SequenceEqual(after.Parents) || !before.Interfaces.SequenceEqual(after.Interfaces))
            return null;
        // Mostly what is new stands behind the rest.
        var kept = 0;
        while (kept < before.Properties.Length && kept < after.Properties.Length && Same(before.Properties[kept], after.Properties[kept]))
            kept++;
        var missing = before.Properties.Skip(kept).ToDictionary(p => p.Id);
        var added = after.Properties.Skip(kept).Where(p => !(missing.TryGetValue(p.Id, out var was) && Same(was, p) && missing.Remove(p.Id))).ToList();
        return missing.Count == 0 && added.TrueForAll(p => !p.IsPrimaryKey) ? [.. added.Select(p => p.Name)] : null;
    }

    internal static bool SameForImplementers(Interface a, Interface b) =>
        a.Extends.SequenceEqual(b.Extends) && Same(a.Properties, b.Properties)
        && a.RequiredLinks.Select(l => (l.Name, l.Target, l.Cardinality)).SequenceEqual(b.RequiredLinks.Select(l => (l.Name, l.Target, l.Cardinality)));

    internal static bool SameForEnds(LinkType a, LinkType b) =>
        a.From.Type == b.From.Type && a.To.Type == b.To.Type && a.From.Name == b.From.Name && a.To.Name == b.To.Name
        && a.Cardinality == b.Cardinality && a.Directionality == b.Directionality;

    internal static bool SameForUsers(SharedProperty a, SharedProperty b) =>
        a.Type == b.Type && a.IsRequired == b.IsRequired && a.DefaultValue == b.DefaultValue && a.Constraints.SequenceEqual(b.Constraints);

    private static bool Same(ImmutableArray<Property> a, ImmutableArray<Property> b)
    {
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
            if (!Same(a[i], b[i]))
                return false;
        return true;
    }

    private static bool Same(Property a, Property b) => ReferenceEquals(a, b)
        || (a.Id == b.Id && a.Name == b.Name && a.Type == b.Type && a.SharedProperty == b.SharedProperty
            && a.IsRequired == b.IsRequired && a.IsPrimaryKey == b.IsPrimaryKey);
}
