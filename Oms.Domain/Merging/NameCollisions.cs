using Oms.Domain.Compatibility;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>
/// Elements of one kind that come to one name. Two that both sides made are one where they say the same, and a question where they do not;
/// until it is answered theirs goes under a name of its own, so that nothing stands for two things.
/// </summary>
internal sealed class NameCollisions(MergeInput input, MergeDraft draft, ConflictLog log)
{
    internal void Run()
    {
        var names = new Dictionary<(ElementKind, string), ElementId>();
        var met = new List<(ElementId Mine, ElementId Theirs)>();
        foreach (var (id, element) in draft.Writes.OrderBy(w => w.Key))
            if (element is not null && Other(element, names) is { } other)
                met.Add((other.Id, id));
            else if (element is not null)
                names[(element.Kind, element.Name)] = id;
        // Two are alike only once what they refer to has become one.
        while (met.RemoveAll(m => SettleAlike(m.Mine, m.Theirs)) > 0)
        {
        }

        foreach (var (mine, theirs) in met)
            if (draft.Find(mine) is { } one && draft.Find(theirs) is { } two && one.Name == two.Name)
                Settle(new Twin(one, two));
    }

    private Element? Other(Element element, Dictionary<(ElementKind, string), ElementId> names)
    {
        if (names.TryGetValue((element.Kind, element.Name), out var written) && draft.Find(written) is { } one)
            return one;
        return input.Ours.FindByName(element.Kind, element.Name) is { } mine && mine.Id != element.Id
            && draft.Find(mine.Id) is { } still && still.Name == element.Name ? still : null;
    }

    private bool SettleAlike(ElementId mine, ElementId theirs)
    {
        if (draft.Find(mine) is not { } one || draft.Find(theirs) is not { } two || !AreNew(one, two) || new Twin(one, two) is not { IsAlike: true } twin)
            return false;
        Settle(twin);
        return true;
    }

    private bool AreNew(Element mine, Element theirs) =>
        !input.ByTheirs.ContainsKey(mine.Id) && input.Base.Find(mine.Id) is null && input.Base.Find(theirs.Id) is null;

    private void Settle(Twin twin)
    {
        var (mine, theirs) = (twin.Mine, twin.Theirs);
        var made = AreNew(mine, theirs);
        var same = made && twin.IsAlike;
        var question = Place.Of(theirs).Ask(ConflictKind.Invalid, SemanticKind.NameCollision, same ? Severity.Info : Severity.Error) with
        {
            Ours = Json(mine),
            Theirs = Json(theirs),
            Strategy = same ? "unify" : null,
            Causes = [.. input.CausesOf(mine.Id), .. input.CausesOf(theirs.Id)],
            Detail = same
                ? $"Both sides added {Place.Of(mine).Subject()}, alike: {mine.Id} and {theirs.Id}."
                : $"Both sides have {Place.Of(mine).Subject()}: {mine.Id} and {theirs.Id}.",
            Options =
            [
                .. made ? (ResolutionOption[])[new(ResolutionChoice.Unify, null)] : [],
                new(ResolutionChoice.Rename, CanonicalJson.Literal(FreeName(theirs))),
            ],
        };
        var answer = log.Ask(question);
        if (answer?.Choice == ResolutionChoice.Unify || (answer is null && same))
            Unify(twin);
        else
            draft.Put(theirs.Id, theirs with { Name = NewName(question, answer, theirs) });
    }

    private string NewName(Question question, Resolution? answer, Element theirs)
    {
        if (answer?.Choice != ResolutionChoice.Rename)
            return FreeName(theirs);
        var name = answer.Value is null ? FreeName(theirs) : (string?)Decider.Read(answer.Value, typeof(string));
        if (name is not null && IsFree(theirs, name))
            return name;
        log.Spoil(question, "The name is taken, or is none.");
        return FreeName(theirs);
    }

    private void Unify(Twin twin)
    {
        if (!twin.IsAlike)
            draft.PutNormal((Element)new RecordMerge(new Decider(log, openToBase: false), input.Ours).Merge(
                null, twin.Mine, twin.Aligned, Place.Of(twin.Mine)));
        draft.Put(twin.Theirs.Id, null);
        foreach (var (id, element) in draft.Writes.ToList())
            if (element is not null)
                draft.Put(id, twin.Referring(element));
    }

    private string FreeName(Element element)
    {
        for (var number = 2; ; number++)
            if (IsFree(element, $"{element.Name}_{number}"))
                return $"{element.Name}_{number}";
    }

    private bool IsFree(Element element, string name) =>
        input.Ours.FindByName(element.Kind, name) is null && input.Theirs.FindByName(element.Kind, name) is null
        && draft.Writes.Values.All(w => w?.Kind != element.Kind || w.Name != name);

    private static JsonLiteral? Json(Element element) => ModelValues.Json(element, element.GetType());
}
