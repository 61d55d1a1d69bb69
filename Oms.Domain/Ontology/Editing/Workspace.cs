using System.Collections.Immutable;
using Oms.Domain.History;

namespace Oms.Domain.Ontology.Editing;

/// <summary>What a commit has done so far, over the snapshot it starts from.</summary>
internal sealed class Workspace(Snapshot before, IIdSource ids, Violations violations)
{
    private readonly Dictionary<ElementId, Element?> touched = [];
    private readonly Dictionary<ElementId, int> operationOf = [];
    private readonly List<OperationResult> results = [];

    internal Snapshot Before { get; } = before;

    internal IIdSource Ids { get; } = ids;

    internal Violations Violations { get; } = violations;

    internal NameClaims Claims { get; } = new(before);

    /// <summary>Elements to delete together with what refers to them, each with its operation.</summary>
    internal Dictionary<ElementId, int> Forced { get; } = [];

    /// <summary>Members whose removal was forced.</summary>
    internal HashSet<(ElementId Element, MemberId Member)> ForcedMembers { get; } = [];

    /// <summary>Every element written so far; null for one that is deleted.</summary>
    internal IEnumerable<KeyValuePair<ElementId, Element?>> Touched => touched;

    internal Element? Find(ElementId id) => touched.TryGetValue(id, out var element) ? element : Before.Find(id);

    internal T? Find<T>(ElementId id) where T : Element => Find(id) as T;

    internal bool IsTouched(ElementId id) => touched.ContainsKey(id);

    internal void Put(Element element, int operation)
    {
        touched[element.Id] = element;
        operationOf[element.Id] = operation;
    }

    /// <summary>Replaces an element that is already written, under the operation that wrote it.</summary>
    internal void Replace(Element element) => touched[element.Id] = element;

    internal void Delete(ElementId id, int operation)
    {
        touched[id] = null;
        operationOf[id] = operation;
    }

    /// <summary>The operation that last wrote an element; its place is where violations of the element are told.</summary>
    internal Trail TrailOf(ElementId id) => Trail.Operations.At(operationOf.GetValueOrDefault(id));

    internal int OperationOf(ElementId id) => operationOf.GetValueOrDefault(id);

    internal void Answer(ElementId element, MemberId? member = null) => results.Add(new OperationResult(element, member, []));

    internal void AnswerAlsoChanged(int operation, IEnumerable<ElementId> elements) => results[operation] = results[operation] with
    {
        AlsoChanged = [.. results[operation].AlsoChanged.Concat(elements).Distinct().Order()],
    };

    internal ImmutableArray<OperationResult> Results() => [.. results];

    /// <summary>What differs from the snapshot before, in the order of ids, with the new bytes.</summary>
    internal List<(SnapshotWrite Write, byte[]? Bytes)> Writes()
    {
        var writes = new List<(SnapshotWrite, byte[]?)>();
        foreach (var (id, element) in touched.OrderBy(t => t.Key))
        {
            if (element is null)
            {
                if (Before.HashOf(id) is not null)
                    writes.Add((new SnapshotWrite(id, null, default), null));
                continue;
            }

            var bytes = ElementJson.Write(element);
            var hash = ObjectHash.Of(bytes);
            if (Before.HashOf(id) != hash)
                writes.Add((new SnapshotWrite(id, element, hash), bytes));
        }

        return writes;
    }
}
