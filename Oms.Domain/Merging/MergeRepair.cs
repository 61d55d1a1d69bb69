using Oms.Domain.Compatibility;
using Oms.Domain.Import;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Merging;

/// <summary>Turns what breaks a rule into a question with both causes, and carries out its answer.</summary>
internal sealed class MergeRepair(MergeInput input, MergeDraft draft, MergeCheck check, ConflictLog log)
{
    private const int MaxNamed = 5;

    private readonly HashSet<MergePath> carried = [];
    private readonly HashSet<MergePath> carriedInFull = [];
    private Snapshot? told;
    private Snapshot? current;

    /// <summary>Asks; true when something was changed by the answer or a strategy.</summary>
    /// <param name="breach">What is wrong.</param>
    /// <param name="merged">The ontology in which it is wrong.</param>
    /// <param name="mayChange">False when it was tried often enough.</param>
    internal bool Take(Breach breach, Snapshot merged, bool mayChange)
    {
        if (!ReferenceEquals(told, merged))
            (told, current) = (merged, merged);
        var question = Ask(breach);
        var isAgain = carried.Contains(question.Path);
        if (log.Knows(question) && !isAgain)
            return false;
        var implement = Implementation(breach.Violation, merged);
        // Of a type that is new there are no objects yet that could lack a required value.
        if (implement is { } done && (!done.IsRequired || input.Base.Find(done.Type.Id) is null))
            question = question with { Severity = Severity.Warn, Strategy = "implement_added_property" };
        var answer = log.Ask(question with { Options = Options(breach.Violation, implement is not null) });
        var choice = answer?.Choice ?? (question.Strategy is null ? null : (ResolutionChoice?)ResolutionChoice.Implement);
        if (choice is not { } chosen)
            return false;
        carried.Add(question.Path);
        if (mayChange && (!isAgain || (IsSide(chosen) && carriedInFull.Add(question.Path))))
            return Carry(chosen, breach, implement?.Type, isAgain);
        if (answer is not null)
            log.Spoil(question, "This answer does not put it right.");
        return false;
    }

    private Question Ask(Breach breach)
    {
        var violation = breach.Violation;
        var semantic = violation switch
        {
            ReferenceCycle => SemanticKind.CircularDependency,
            InterfaceNotSatisfied => SemanticKind.InterfaceMismatch,
            UnknownReference or ReferencedElement => SemanticKind.DanglingReference,
            DuplicateName => SemanticKind.NameCollision,
            _ => SemanticKind.RuleBroken,
        };
        var path = MergePath.Of(breach.Broken).At(violation.Code);
        foreach (var step in breach.Steps)
            path = path.At(step);
        if (violation is InterfaceNotSatisfied unmet)
            path = path.At(unmet.Interface.Value).At(unmet.Requirement);
        return new Question(ConflictKind.Invalid, semantic, semantic == SemanticKind.CircularDependency ? Severity.Block : Severity.Error, path)
        {
            Base = Hashes(input.Base, breach.Involved),
            Ours = Hashes(input.Ours, breach.Involved),
            Theirs = Hashes(input.Theirs, breach.Involved),
            Causes = [.. breach.Causes(input).SelectMany(input.CausesOf)],
            Consequences = violation is ReferencedElement used ? used.Usages : [],
            Detail = Detail(breach),
        };
    }

    // An id says nothing to who asks what happened to the thing.
    private string Detail(Breach breach)
    {
        var gone = breach.Violation switch
        {
            UnknownReference reference => ElementId.Trusted(reference.Reference),
            ReferencedElement used => used.Element,
            _ => default,
        };
        var deleted = Deleted(input.ByOurs, gone) ?? Deleted(input.ByTheirs, gone);
        if (deleted is not { } element || draft.Find(gone) is not null)
            return breach.Violation.Message;
        var by = breach.Violation is ReferencedElement all ? all.Usages.Select(u => u.By).Distinct().ToList() : [breach.Broken];
        var names = string.Join(", ", by.Take(MaxNamed).Select(id => draft.Find(id)).OfType<Element>().Select(e => $"the {Words.Of(e)}"));
        return $"{(Deleted(input.ByOurs, gone) is null ? "Their" : "Our")} side deleted the {Words.Of(element)}, and {names}{(by.Count > MaxNamed ? ", …" : "")} of the other refers to it.";
    }

    private static Element? Deleted(Dictionary<ElementId, SideChange> changes, ElementId id) =>
        changes.TryGetValue(id, out var change) && change.After is null ? change.Before : null;

    private static System.Collections.Immutable.ImmutableArray<ResolutionOption> Options(Refusal violation, bool implement) =>
    [
        .. implement ? (ResolutionOption[])[new(ResolutionChoice.Implement, null)] : [],
        .. violation is UnknownReference or ReferencedElement
            ? (ResolutionOption[])[new(ResolutionChoice.Keep, null), new(ResolutionChoice.AcceptDeletion, null)]
            : [],
        new(ResolutionChoice.Ours, null),
        new(ResolutionChoice.Theirs, null),
        new(ResolutionChoice.Base, null),
    ];

    private bool Carry(ResolutionChoice choice, Breach breach, Element? implemented, bool isInFull)
    {
        switch (choice)
        {
            case ResolutionChoice.Implement when implemented is not null:
                draft.Put(implemented.Id, implemented);
                break;
            case ResolutionChoice.Keep:
                foreach (var id in breach.Involved.Where(id => draft.Find(id) is null))
                    draft.Put(id, input.Ours.Find(id) ?? input.Theirs.Find(id) ?? input.Base.Find(id));
                break;
            case ResolutionChoice.AcceptDeletion:
                draft.Severed.UnionWith(breach.Involved.Where(id => draft.Find(id) is null));
                return true;
            case var _ when IsSide(choice):
                PutBack(choice, breach, isInFull);
                break;
            default:
                return false;
        }

        current = null;
        return true;
    }

    private static bool IsSide(ResolutionChoice choice) => choice is ResolutionChoice.Ours or ResolutionChoice.Theirs or ResolutionChoice.Base;

    private void PutBack(ResolutionChoice choice, Breach breach, bool isInFull)
    {
        if (!isInFull && new Restoration(input, draft, check, breach, current ??= draft.Apply()).Run(choice, !ReferenceEquals(current, told)))
            return;
        foreach (var id in breach.Involved.Where(id => input.ByOurs.ContainsKey(id) || input.ByTheirs.ContainsKey(id)))
            draft.Put(id, SideOf(choice).Find(id));
    }

    private Snapshot SideOf(ResolutionChoice choice) =>
        choice == ResolutionChoice.Ours ? input.Ours : choice == ResolutionChoice.Theirs ? input.Theirs : input.Base;

    // A new optional property of an interface asks nothing of objects that are there, so its implementers can be given it.
    private (ObjectType Type, bool IsRequired)? Implementation(Refusal violation, Snapshot merged)
    {
        if (violation is not InterfaceNotSatisfied { Code: "IFACE_MISSING_PROPERTY" } unmet
            || draft.Find(unmet.ObjectType) is not ObjectType type
            || merged.Find<Interface>(unmet.Interface)?.Properties.FirstOrDefault(p => p.Id == unmet.Requirement) is not { } wanted)
            return null;
        var property = wanted with { Id = StableIds.Member($"{unmet.Interface}\n{wanted.Id}", type.Id), IsPrimaryKey = false };
        return (type with { Properties = type.Properties.Add(property) }, merged.Resolve(wanted, unmet.Interface).IsRequired);
    }

    private static JsonLiteral Hashes(Snapshot side, List<ElementId> involved) =>
        History.CanonicalJson.Literal(involved.ToDictionary(id => id.Value, id => side.HashOf(id)?.Value));
}
