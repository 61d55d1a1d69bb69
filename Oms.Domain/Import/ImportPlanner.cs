using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Import;

/// <summary>
/// Compares a vocabulary with what is on a branch, element by element under their ids, and gives the operations that take the branch there.
/// What the files state holds: names, labels, parents, members. What they do not state stays as it is on the branch: labels in other
/// languages, parents and members that were made there, a deprecation by a person. An element of an earlier import that the files no longer
/// have is deprecated, so give all files of a release at once; a format that says all there is deletes it, unless something made here uses it.
/// </summary>
public static class ImportPlanner
{
    /// <summary>Plans an import. Pure; the same files twice give no operations the second time.</summary>
    /// <param name="current">What is on the branch.</param>
    /// <param name="vocabulary">What the files say.</param>
    public static ImportPlan Plan(Snapshot current, ImportedVocabulary vocabulary)
    {
        var tally = new ImportTally();
        var operations = ImmutableArray.CreateBuilder<Operation>();
        var names = vocabulary.Elements.Select(e => (e.Kind, e.Name)).ToHashSet();
        var gone = Vanished(current, vocabulary).ToList();
        var deleted = vocabulary.IsWhole ? Unused(gone, vocabulary, current) : [];
        foreach (var vanished in gone)
            if (deleted.Contains(vanished.Id))
                Delete(vanished, operations, tally);
            else
                Retire(vanished, current, names, operations, tally);
        foreach (var element in vocabulary.Elements)
            Take(element, current, vocabulary.IsWhole, operations, tally);
        return new ImportPlan(operations.ToImmutable(), tally.Summarise(vocabulary));
    }

    private static void Take(Element element, Snapshot current, bool isWhole, ImmutableArray<Operation>.Builder operations, ImportTally tally)
    {
        if (current.Find(element.Id) is not { } known)
        {
            operations.Add(new CreateElement(element));
            tally.Created++;
            return;
        }

        var before = operations.Count;
        if (current.HashOf(known.Id) != ObjectHash.Of(ElementJson.Write(element)))
            Change(known, element, current, isWhole, operations, tally);
        if (operations.Count == before)
            tally.Unchanged++;
    }

    private static void Change(
        Element known, Element element, Snapshot current, bool isWhole, ImmutableArray<Operation>.Builder operations, ImportTally tally)
    {
        if (known.Name != element.Name)
        {
            operations.Add(new RenameElement(known.Id, element.Name));
            tally.Renamed++;
        }

        if (ElementOverlay.Patch(known, element, current, isWhole) is { } patch)
        {
            operations.Add(new UpdateElement(known.Id, patch));
            tally.Updated++;
        }

        if (element.Deprecation is { } deprecation)
        {
            var kept = deprecation with { Deadline = deprecation.Deadline ?? known.Deprecation?.Deadline };
            if (known.Deprecation == kept)
                return;
            operations.Add(new DeprecateElement(known.Id, kept));
            tally.Deprecated++;
        }
        else if (known.Deprecation is { } ended && ImportReasons.IsOwn(ended))
        {
            operations.Add(new RestoreElement(known.Id));
            tally.Restored++;
        }
    }

    private static void Retire(
        Element element,
        Snapshot current,
        HashSet<(ElementKind, string)> names,
        ImmutableArray<Operation>.Builder operations,
        ImportTally tally)
    {
        if (names.Contains((element.Kind, element.Name)))
        {
            operations.Add(new RenameElement(element.Id, FreeName(element, current, names)));
            tally.Renamed++;
        }

        if (element.Status == Status.Deprecated)
            return;
        operations.Add(new DeprecateElement(element.Id, new Deprecation { Reason = ImportReasons.Vanished }));
        tally.Deprecated++;
        tally.Vanished++;
    }

    private static void Delete(Element element, ImmutableArray<Operation>.Builder operations, ImportTally tally)
    {
        operations.Add(new DeleteElement(element.Id, false));
        tally.Deleted++;
    }

    // What nothing refers to that stays: neither what was made here, nor what stays because of that.
    private static HashSet<ElementId> Unused(List<Element> gone, ImportedVocabulary vocabulary, Snapshot current)
    {
        var unused = gone.Select(e => e.Id).ToHashSet();
        var taken = vocabulary.Elements.Select(e => e.Id).ToHashSet();
        while (unused.RemoveWhere(IsUsed) > 0)
        {
        }

        return unused;

        bool IsUsed(ElementId id) => current.UsagesOf(id).Any(u =>
            !unused.Contains(u.By) && (!taken.Contains(u.By) || (u.Member is { } member && !StableIds.IsStable(member))));
    }

    // The name goes to what the new release calls so.
    private static string FreeName(Element element, Snapshot current, HashSet<(ElementKind, string)> names)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? $"{element.Name}_old" : $"{element.Name}_old{number}";
            if (current.FindByName(element.Kind, name) is null && names.Add((element.Kind, name)))
                return name;
        }
    }

    private static IEnumerable<Element> Vanished(Snapshot current, ImportedVocabulary vocabulary)
    {
        var here = vocabulary.Elements.Select(e => e.Id).ToHashSet();
        var places = vocabulary.Elements.Select(e => e.Source).OfType<string>().Select(PlaceOf).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<ElementKind>())
            foreach (var element in current.All(kind))
                if (element.Source is { } source && places.Contains(PlaceOf(source)) && StableIds.IsStable(element.Id) && !here.Contains(element.Id))
                    yield return element;
    }

    // The address without its last part: what the terms of one vocabulary have in common.
    private static string PlaceOf(string address) => address[..(address.AsSpan().LastIndexOfAny('/', '#') + 1)];
}
