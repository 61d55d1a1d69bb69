namespace Oms.Domain.Ontology.Rules;

/// <summary>Every rule that a version must keep, put to what was touched and to what refers to it.</summary>
internal static class RuleBook
{
    internal static void Check(Transition transition)
    {
        foreach (var element in transition.Written)
        {
            if (transition.Violations.IsFull)
                return;
            var trail = transition.TrailOf(element.Id);
            NameRules.Check(element, trail, transition);
            ReferenceRules.Check(element, trail, transition);
        }

        foreach (var element in transition.Deleted)
            ReferenceRules.CheckDeleted(element, transition);
    }
}
