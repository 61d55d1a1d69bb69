using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>References lead to elements that are there and of the right kind; what is referred to stays (domain.md 1.14).</summary>
internal static class ReferenceRules
{
    /// <summary>How many usages a refusal names.</summary>
    internal const int MaxUsagesTold = 100;

    internal static void Check(Element element, Trail trail, Transition transition) =>
        References.Map(element, (target, kind, _, place) =>
        {
            var allowed = place.Allowed(kind, element.Kind);
            // A name that is left over here was refused when it could not be resolved.
            if (!NameClaims.IsName(target.Value) && (transition.After.Find(target) is not { } found || !allowed.Contains(found.Kind)))
                transition.Violations.Add(trail.At(place), NameClaims.Unknown(target, allowed));
            return target;
        });

    internal static void CheckDeleted(Element element, Transition transition)
    {
        // Whatever was written in the same commit and still refers to it is told as an unknown reference, at its own place.
        var usages = transition.After.UsagesOf(element.Id).Where(u => !transition.Workspace.IsTouched(u.By)).ToList();
        if (usages.Count == 0)
            return;
        var by = string.Join(", ", usages.Select(u => u.By).Distinct().Take(5).Select(id => Words.Of(transition.After.Find(id)!)));
        transition.Violations.Add(transition.TrailOf(element.Id), new ReferencedElement(
            element.Id,
            [.. usages.Take(MaxUsagesTold)],
            usages.Count,
            $"The {Words.Of(element)} is used in {usages.Count} places: {by}{(usages.Select(u => u.By).Distinct().Skip(5).Any() ? ", …" : "")}. Remove these uses first, deprecate it instead, or force the deletion to remove them with it."));
    }
}
