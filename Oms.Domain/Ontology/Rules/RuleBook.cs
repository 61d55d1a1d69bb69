using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>Every rule that a version must keep, put to what was touched and to what depends on it.</summary>
internal static class RuleBook
{
    /// <summary>Checks what has to hold before definitions can be written as bytes; false when it does not.</summary>
    internal static bool CheckForm(Workspace workspace)
    {
        var rules = new FormRules(workspace.Violations);
        var before = workspace.Violations.Count;
        foreach (var (id, element) in workspace.Touched)
            if (element is not null && !workspace.Violations.IsFull)
                rules.Check(element, workspace.Before.Find(id), workspace.TrailOf(id));
        return workspace.Violations.Count == before;
    }

    internal static void Check(Transition transition)
    {
        CheckWritten(transition);
        foreach (var element in transition.Deleted)
            ReferenceRules.CheckDeleted(element, transition);
        CheckDependents(transition);
    }

    /// <summary>Checks the size of a definition's bytes.</summary>
    internal static void CheckSize(ElementId id, int bytes, Workspace workspace)
    {
        if (bytes > Limits.DefinitionBytes)
            workspace.Violations.Add(workspace.TrailOf(id), new LimitExceeded(
                "size of a definition", Limits.DefinitionBytes, bytes, $"A definition has at most {Limits.DefinitionBytes} bytes, this one {bytes}."));
    }

    private static void CheckWritten(Transition transition)
    {
        var common = new CommonRules(transition.Violations);
        var typed = new TypedRules(transition);
        var shapes = new ShapeRules(transition);
        var places = new MemberPlaces();
        foreach (var element in transition.Written)
        {
            if (transition.Violations.IsFull)
                return;
            var trail = transition.TrailOf(element.Id);
            var members = places.Of(element, transition.Before.Find(element.Id));
            NameRules.Check(element, members, trail, transition);
            ReferenceRules.Check(element, trail, transition);
            common.Check(element, members, trail);
            typed.Check(element, members, trail);
            shapes.Check(element, trail);
        }
    }

    private static void CheckDependents(Transition transition)
    {
        var impact = new Impact(transition);
        var inheritance = new InheritanceRules(transition);
        var satisfaction = new SatisfactionRules(transition);
        var typed = new TypedRules(transition);
        var places = new MemberPlaces();
        foreach (var (id, cause) in impact.Inheritance)
            if (transition.After.Find(id) is ObjectType type)
                inheritance.Check(type, transition.TrailOf(id, cause));
            else if (transition.After.Find(id) is Interface contract)
                inheritance.Check(contract, transition.TrailOf(id, cause));
        foreach (var (id, cause) in impact.Satisfaction)
            if (transition.After.Find(id) is ObjectType type)
                satisfaction.Check(type, transition.TrailOf(id, cause));
        foreach (var (id, cause) in impact.Typed)
            if (!transition.Workspace.IsTouched(id) && transition.After.Find(id) is { } element)
                typed.Check(element, places.Of(element), transition.TrailOf(id, cause));
    }
}
