using Oms.Domain.Compatibility;
using Oms.Domain.Import;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;

namespace Oms.Domain.Merging;

/// <summary>Turns what breaks a rule into a question with both causes, and carries out its answer.</summary>
internal sealed class MergeRepair(MergeInput input, MergeDraft draft, ConflictLog log)
{
    /// <summary>Asks; true when something was changed by the answer or a strategy.</summary>
    /// <param name="violation">What is wrong.</param>
    /// <param name="written">The element that the merge wrote and that breaks the rule, or makes another break it.</param>
    /// <param name="dependent">That other; null where it is the written one.</param>
    /// <param name="merged">The ontology in which it is wrong.</param>
    internal bool Take(Refusal violation, ElementId written, ElementId? dependent, Snapshot merged)
    {
        var broken = dependent ?? written;
        var involved = Involved(violation, written, broken, merged);
        var question = Ask(violation, broken, involved);
        if (log.Knows(question))
            return false;
        var implement = Implementation(violation, merged);
        // Of a type that is new there are no objects yet that could lack a required value.
        if (implement is { } done && (!done.IsRequired || input.Base.Find(done.Type.Id) is null))
            question = question with { Severity = Severity.Warn, Strategy = "implement_added_property" };
        var answer = log.Ask(question with { Options = Options(violation, implement is not null) });
        var choice = answer?.Choice ?? (question.Strategy is null ? null : (ResolutionChoice?)ResolutionChoice.Implement);
        return choice is { } chosen && Carry(chosen, violation, involved, implement?.Type);
    }

    private Question Ask(Refusal violation, ElementId broken, List<ElementId> involved)
    {
        var semantic = violation switch
        {
            ReferenceCycle => SemanticKind.CircularDependency,
            InterfaceNotSatisfied => SemanticKind.InterfaceMismatch,
            UnknownReference or ReferencedElement => SemanticKind.DanglingReference,
            DuplicateName => SemanticKind.NameCollision,
            _ => SemanticKind.RuleBroken,
        };
        var path = MergePath.Of(broken).At(violation.Code);
        foreach (var step in violation.Path.Skip(2).SkipWhile(s => s is "usedBy" || s == broken.Value))
            path = path.At(step);
        if (violation is InterfaceNotSatisfied unmet)
            path = path.At(unmet.Interface.Value).At(unmet.Requirement);
        return new Question(ConflictKind.Invalid, semantic, semantic == SemanticKind.CircularDependency ? Severity.Block : Severity.Error, path)
        {
            Base = Hashes(input.Base, involved),
            Ours = Hashes(input.Ours, involved),
            Theirs = Hashes(input.Theirs, involved),
            Causes = [.. involved.SelectMany(input.CausesOf)],
            Consequences = violation is ReferencedElement used ? used.Usages : [],
            Detail = violation.Message,
        };
    }

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

    private bool Carry(ResolutionChoice choice, Refusal violation, List<ElementId> involved, Element? implemented)
    {
        switch (choice)
        {
            case ResolutionChoice.Implement when implemented is not null:
                draft.Put(implemented.Id, implemented);
                return true;
            case ResolutionChoice.Keep:
                foreach (var id in involved.Where(id => draft.Find(id) is null))
                    draft.Put(id, input.Ours.Find(id) ?? input.Theirs.Find(id) ?? input.Base.Find(id));
                return true;
            case ResolutionChoice.AcceptDeletion:
                draft.Severed.UnionWith(involved.Where(id => draft.Find(id) is null));
                return true;
            case ResolutionChoice.Ours:
                return PutBack(involved, input.Ours);
            case ResolutionChoice.Theirs:
                return PutBack(involved, input.Theirs);
            case ResolutionChoice.Base:
                return PutBack(involved, input.Base);
            default:
                return false;
        }
    }

    private bool PutBack(List<ElementId> involved, Snapshot side)
    {
        foreach (var id in involved.Where(id => input.ByOurs.ContainsKey(id) || input.ByTheirs.ContainsKey(id)))
            draft.Put(id, side.Find(id));
        return true;
    }

    // Whoever takes part: those that the rule names, and what the broken one leans on, as far as a side changed them.
    private List<ElementId> Involved(Refusal violation, ElementId written, ElementId broken, Snapshot merged)
    {
        IEnumerable<ElementId> named = violation switch
        {
            ReferenceCycle cycle => cycle.Elements,
            InterfaceNotSatisfied unmet => [unmet.ObjectType, unmet.Interface],
            DuplicateName name => [name.Other],
            ReferencedElement used => used.Usages.Select(u => u.By).Prepend(used.Element),
            ReferencedMember member => [member.Element],
            UnknownReference reference => [ElementId.Trusted(reference.Reference)],
            _ => [],
        };
        var all = named.Append(written).Append(broken).Distinct().ToList();
        if (merged.Find(broken) is { } element)
            all.AddRange(References.Of(element).Select(r => r.Target).Distinct().Where(id => !all.Contains(id)));
        var changed = all.Where(id => input.ByOurs.ContainsKey(id) || input.ByTheirs.ContainsKey(id)).ToList();
        return changed.Count == 0 ? [broken] : [.. changed.Order()];
    }

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
