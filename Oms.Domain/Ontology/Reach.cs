namespace Oms.Domain.Ontology;

/// <summary>Walks a relation between elements, nearest first, visiting each once, so that circles end.</summary>
internal static class Reach
{
    internal static IReadOnlyList<T> From<T>(T start, Func<T, IEnumerable<T>> next) where T : Element
    {
        var seen = new HashSet<ElementId> { start.Id };
        var found = new List<T>();
        Add(next(start));
        for (var i = 0; i < found.Count; i++)
            Add(next(found[i]));
        return found;

        void Add(IEnumerable<T> neighbours)
        {
            foreach (var neighbour in neighbours)
                if (seen.Add(neighbour.Id))
                    found.Add(neighbour);
        }
    }
}
