namespace Oms.Domain.Ontology;

/// <summary>Walks a relation between elements, nearest first, visiting each once, so that circles end.</summary>
internal static class Reach
{
    // So many are looked through faster than a set is made.
    private const int Few = 8;

    internal static IReadOnlyList<T> From<T>(T start, Func<T, IEnumerable<T>> next) where T : Element
    {
        HashSet<ElementId>? seen = null;
        var found = new List<T>();
        Add(next(start));
        for (var i = 0; i < found.Count; i++)
            Add(next(found[i]));
        return found;

        void Add(IEnumerable<T> neighbours)
        {
            foreach (var neighbour in neighbours)
                if (IsNew(neighbour))
                    found.Add(neighbour);
        }

        bool IsNew(T neighbour)
        {
            if (found.Count < Few)
                return neighbour.Id != start.Id && !found.Exists(f => f.Id == neighbour.Id);
            seen ??= [start.Id, .. found.Select(f => f.Id)];
            return seen.Add(neighbour.Id);
        }
    }
}
