using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Events;

/// <summary>What a commit did to the properties of the elements that it changed.</summary>
internal static class PropertyChanges
{
    /// <summary>The changes, element by element; empty when there are more than <see cref="BranchUpdatedData.MaxChanges"/>. Cost follows the elements that changed.</summary>
    internal static IReadOnlyList<PropertyChangedData> Of(IEnumerable<ElementChange> changes, Snapshot before, Snapshot after)
    {
        var found = new List<PropertyChangedData>();
        foreach (var change in changes)
        {
            if (change.Operation is ChangeOperation.Create or ChangeOperation.Delete)
                continue;
            if (before.Find(change.Element) is { } was && after.Find(change.Element) is { } now)
                Compare(was, now, found);
            if (found.Count > BranchUpdatedData.MaxChanges)
                return [];
        }

        return found;
    }

    private static void Compare(Element before, Element after, List<PropertyChangedData> found)
    {
        var gone = before.Members.OfType<Property>().ToDictionary(p => p.Id);
        foreach (var now in after.Members.OfType<Property>())
            if (!gone.Remove(now.Id, out var was))
                Add(now, ChangeOperation.Create);
            else if (was.Name != now.Name)
                Add(now, ChangeOperation.Rename);
            else if (!ReferenceEquals(was, now) && !CanonicalJson.Write(was).AsSpan().SequenceEqual(CanonicalJson.Write(now)))
                Add(now, ChangeOperation.Update);
        foreach (var was in gone.Values)
            Add(was, ChangeOperation.Delete);

        void Add(Property property, ChangeOperation operation) => found.Add(new(after.Kind, after.Id, property.Id, operation, property.Name));
    }
}
