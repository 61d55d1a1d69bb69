using System.Collections.Immutable;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>
/// What an object type or interface keeps together with those it inherits from: no circles, no two properties of one name, at most one
/// primary key, titles that are there (domain.md 1.4, 1.5, 1.14).
/// </summary>
internal sealed class InheritanceRules(Transition transition)
{
    private readonly HashSet<string> told = [];
    private readonly Dictionary<string, (Property Property, Element By)> inherited = new(StringComparer.Ordinal);

    internal void Check(ObjectType type, Trail trail)
    {
        var ancestors = transition.After.AncestorsOf(type);
        if (CheckCircle(type, ancestors, t => t.Parents, "inherits from", trail.At("parents"))
            || TooMany(ancestors.Count, "inherits from", type, trail.At("parents")))
            return;
        CheckNames(type, type.Parents.Length, ancestors, t => t.Properties, trail);
        CheckPrimaryKeys(type, ancestors, trail);
        CheckTitle(type, ancestors, type.TitleProperty, trail.At("titleProperty"));
        CheckTitle(type, ancestors, type.SubtitleProperty, trail.At("subtitleProperty"));
    }

    internal void Check(Interface contract, Trail trail)
    {
        var ancestors = transition.After.ExtendedBy(contract);
        if (!CheckCircle(contract, ancestors, c => c.Extends, "extends", trail.At("extends"))
            && !TooMany(ancestors.Count, "extends", contract, trail.At("extends")))
            CheckNames(contract, contract.Extends.Length, ancestors, c => c.Properties, trail);
    }

    private bool CheckCircle<T>(T start, IReadOnlyList<T> ancestors, Func<T, ImmutableArray<ElementId>> above, string verb, Trail trail)
        where T : Element
    {
        if (!above(start).Contains(start.Id) && !Leads(ancestors, above, start.Id))
            return false;
        var circle = Circle(start, ancestors.Append(start).ToDictionary(e => e.Id), above);
        // Each element of the circle finds it again; it is told once.
        if (told.Add(string.Join(' ', circle.Select(e => e.Id.Value).Order(StringComparer.Ordinal))))
            transition.Violations.Add(trail, new ReferenceCycle(
                [.. circle.Select(e => e.Id)], $"The {Words.Of(start)} {verb} itself: {string.Join(" → ", circle.Append(start).Select(e => e.Name))}."));
        return true;
    }

    private static bool Leads<T>(IReadOnlyList<T> ancestors, Func<T, ImmutableArray<ElementId>> above, ElementId start)
    {
        for (var i = 0; i < ancestors.Count; i++)
            if (above(ancestors[i]).Contains(start))
                return true;
        return false;
    }

    // Breadth first, so that the shortest circle is told.
    private static List<T> Circle<T>(T start, Dictionary<ElementId, T> known, Func<T, ImmutableArray<ElementId>> above) where T : Element
    {
        var cameFrom = new Dictionary<ElementId, T>();
        var open = new Queue<T>([start]);
        while (open.TryDequeue(out var element) && !cameFrom.ContainsKey(start.Id))
            foreach (var id in above(element))
                if (known.TryGetValue(id, out var next) && cameFrom.TryAdd(id, element))
                    open.Enqueue(next);
        var circle = new List<T>();
        for (var step = cameFrom[start.Id]; step.Id != start.Id; step = cameFrom[step.Id])
            circle.Add(step);
        circle.Add(start);
        circle.Reverse();
        return circle;
    }

    private bool TooMany(int count, string verb, Element element, Trail trail)
    {
        if (count <= Limits.Ancestors)
            return false;
        transition.Violations.Add(trail, new LimitExceeded(
            "ancestors", Limits.Ancestors, count, $"The {Words.Of(element)} {verb} {count} others in all; at most {Limits.Ancestors} are allowed."));
        return true;
    }

    private void CheckNames<T>(T element, int parents, IReadOnlyList<T> ancestors, Func<T, ImmutableArray<Property>> properties, Trail trail)
        where T : Element
    {
        if (ancestors.Count == 0)
            return;
        // Where there is one parent only, a clash among ancestors is the parent's, and told there.
        inherited.Clear();
        foreach (var ancestor in ancestors)
            foreach (var property in properties(ancestor))
                if (!inherited.TryAdd(property.Name, (property, ancestor)) && parents > 1 && !Agree(property, inherited[property.Name].Property)
                    && !Follows(inherited[property.Name].By, ancestor))
                    Tell(element, property.Name, inherited[property.Name].By, ancestor, trail);
        var own = properties(element);
        for (var i = 0; i < own.Length; i++)
            if (inherited.TryGetValue(own[i].Name, out var above) && !Agree(own[i], above.Property))
                Tell(element, own[i].Name, element, above.By, trail.At("properties").At(i).At("name"));
    }

    // The clash of two of which one inherits from the other is told where it arises.
    private bool Follows(Element lower, Element upper) => lower switch
    {
        ObjectType type => transition.After.AncestorsOf(type).Any(a => a.Id == upper.Id),
        Interface contract => transition.After.ExtendedBy(contract).Any(a => a.Id == upper.Id),
        _ => false,
    };

    // Two references to one shared property are one property, which the nearer may override.
    private static bool Agree(Property a, Property b) => a.SharedProperty is { } shared && shared == b.SharedProperty;

    private void Tell(Element element, string name, Element first, Element second, Trail trail) =>
        transition.Violations.Add(trail, new DuplicateName(
            name, second.Id,
            $"The {Words.Of(element)} has the property '{name}' from {(first == element ? "itself" : Words.Of(first))} and from {Words.Of(second)}. Rename one, or let both refer to one shared property."));

    private void CheckPrimaryKeys(ObjectType type, IReadOnlyList<ObjectType> ancestors, Trail trail)
    {
        var keys = new List<(Property Property, ObjectType By)>();
        AddKeys(type, keys);
        for (var i = 0; i < ancestors.Count; i++)
            AddKeys(ancestors[i], keys);
        if (keys.Count > 1 && (keys[0].By == type || type.Parents.Length > 1))
            transition.Violations.Add(trail.At("properties"), new InvalidDefinition(
                "one_primary_key", $"The {Words.Of(type)} has {keys.Count} primary keys, own and inherited: {string.Join(", ", keys.Select(k => $"{k.By.Name}.{k.Property.Name}"))}. At most one is allowed."));
        if (keys.Count == 0 && transition.Before.Find<ObjectType>(type.Id)?.Properties.FirstOrDefault(p => p.IsPrimaryKey) is { } key
            && type.Properties.All(p => p.Id != key.Id) && !transition.Workspace.ForcedMembers.Contains((type.Id, key.Id)))
            transition.Violations.Add(trail, new ReferencedMember(
                type.Id, key.Id, type.Id, $"The property '{key.Name}' is the primary key of the {Words.Of(type)}. Make another the primary key first, or force the removal."));
    }

    private static void AddKeys(ObjectType type, List<(Property Property, ObjectType By)> keys)
    {
        foreach (var property in type.Properties)
            if (property.IsPrimaryKey)
                keys.Add((property, type));
    }

    private void CheckTitle(ObjectType type, IReadOnlyList<ObjectType> ancestors, MemberId? title, Trail trail)
    {
        if (title is not { } id || ancestors.Prepend(type).Any(t => t.Properties.Any(p => p.Id == id)))
            return;
        var removed = transition.Before.Find<ObjectType>(type.Id) is { } before
            ? transition.Before.AncestorsOf(before).Prepend(before).FirstOrDefault(t => t.Properties.Any(p => p.Id == id))
            : null;
        transition.Violations.Add(trail, removed is null
            ? new UnknownReference(id.Value, "property", $"The {Words.Of(type)} has no property '{id}', own or inherited, to be titled by.")
            : new ReferencedMember(
                removed.Id, id, type.Id, $"The property '{removed.Properties.First(p => p.Id == id).Name}' titles objects of the {Words.Of(type)}. Let another title them first, or force the removal."));
    }
}
