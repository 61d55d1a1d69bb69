using Oms.Domain.Ontology;
using Oms.Domain.Refusals;

namespace Oms.Domain.Merging;

/// <summary>A rule that a merge breaks, and who takes part.</summary>
/// <param name="Violation">What is wrong.</param>
/// <param name="Written">The element that the merge wrote and that breaks the rule, or makes another break it.</param>
/// <param name="Broken">The element that breaks it.</param>
/// <param name="Core">What the rule names, as far as a side changed it; the broken element where no side did.</param>
/// <param name="Reached">What the broken element refers to besides, as far as a side changed it.</param>
internal sealed record Breach(Refusal Violation, ElementId Written, ElementId Broken, List<ElementId> Core, List<ElementId> Reached)
{
    /// <summary>Everything that can take part, in the order of ids.</summary>
    internal List<ElementId> Involved { get; } = [.. Core.Concat(Reached).Order()];

    internal static Breach Of(Refusal violation, ElementId written, ElementId? dependent, MergeInput input, Snapshot merged)
    {
        var broken = dependent ?? written;
        var named = Named(violation).Append(written).Append(broken).Distinct().ToList();
        var reached = merged.Find(broken) is { } element
            ? References.Of(element).Select(r => r.Target).Distinct().Where(id => !named.Contains(id) && IsChanged(id)).ToList()
            : [];
        var core = named.Where(IsChanged).ToList();
        return new Breach(violation, written, broken, core.Count == 0 && reached.Count == 0 ? [broken] : core, reached);

        bool IsChanged(ElementId id) => input.ByOurs.ContainsKey(id) || input.ByTheirs.ContainsKey(id);
    }

    /// <summary>Who brought it about: both sides met in what the rule names, or else in what that refers to.</summary>
    internal IEnumerable<ElementId> Causes(MergeInput input) =>
        Core.Any(input.ByOurs.ContainsKey) && Core.Any(input.ByTheirs.ContainsKey) ? Core.Order() : Involved;

    /// <summary>How near a place lies to what the rule speaks of, 0 for the nearest.</summary>
    /// <param name="place">The place.</param>
    /// <param name="named">The item of a list that the violation's path leads to; null for none.</param>
    internal int DistanceOf(EditPlace place, string? named)
    {
        var isNamed = Violation switch
        {
            ReferencedMember member => place.Key == member.Member.Value,
            InterfaceNotSatisfied unmet => place.Key == unmet.Requirement.Value || place.Key == unmet.Interface.Value,
            UnknownReference reference => place.Element.Value == reference.Reference,
            ReferencedElement used => place.Element == used.Element,
            _ => false,
        };
        if (isNamed || (place.Element == Broken && place.Field is not null && Steps is [var field, ..] && place.Field == field && (named is null || place.Key == named)))
            return 0;
        return place.Element == Broken ? 1 : Core.Contains(place.Element) ? 2 : 3;
    }

    /// <summary>The path within the broken element.</summary>
    internal IReadOnlyList<string> Steps => [.. Violation.Path.Skip(2).SkipWhile(s => s is "usedBy" || s == Broken.Value)];

    private static IEnumerable<ElementId> Named(Refusal violation) => violation switch
    {
        ReferenceCycle cycle => cycle.Elements,
        InterfaceNotSatisfied unmet => [unmet.ObjectType, unmet.Interface],
        DuplicateName name => [name.Other],
        ReferencedElement used => used.Usages.Select(u => u.By).Prepend(used.Element),
        ReferencedMember member => [member.Element],
        UnknownReference reference => [ElementId.Trusted(reference.Reference)],
        _ => [],
    };
}
