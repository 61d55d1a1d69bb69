using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>What every element and every member keeps: texts, tags, status (domain.md 1.2, 1.3).</summary>
internal sealed class CommonRules(Violations violations)
{
    private readonly TextRules texts = new(violations);

    internal void Check(Element element, List<MemberPlace> members, Trail trail)
    {
        texts.Check(element.DisplayName, "label", Limits.LabelLength, trail.At("displayName"));
        texts.Check(element.Description, "description", Limits.DescriptionLength, trail.At("description"));
        texts.Each(element.Tags, "tag", Limits.Tags, Limits.TagLength, trail.At("tags"));
        texts.Check(element.Source, "source", Limits.AddressLength, trail.At("source"));
        CheckNamespace(element.Namespace, trail.At("namespace"));
        CheckStatus(element.Status, element.Deprecation, trail);
        if (element.Deprecation?.ReplacedBy == element.Id.Value)
            violations.Add(trail.At("deprecation").At("replacedBy"), new InvalidDefinition("replaced_by_another", "An element cannot replace itself."));
        // What replaces a known member may have gone.
        foreach (var place in members)
            if (!place.IsKnown || place.Member.Deprecation is not null)
                Check(place.Member, element, place.In(trail));
        texts.Count(members.Count, "members", Limits.Members, trail);
    }

    private void Check(Member member, Element element, Trail trail)
    {
        texts.Check(member.DisplayName, "label", Limits.LabelLength, trail.At("displayName"));
        texts.Check(member.Description, "description", Limits.DescriptionLength, trail.At("description"));
        CheckStatus(member.Status, member.Deprecation, trail);
        // An element as the replacement is a reference, and told as one.
        if (member.Deprecation?.ReplacedBy is not { } text || ElementId.TryParse(text, out _))
            return;
        trail = trail.At("deprecation").At("replacedBy");
        if (text == member.Id.Value)
            violations.Add(trail, new InvalidDefinition("replaced_by_another", "A member cannot replace itself."));
        else if (element.Members.All(m => m.Id.Value != text))
            violations.Add(trail, new UnknownReference(
                Words.Shortened(text), "member or element", $"The {Words.Of(element)} has no member '{Words.Shortened(text)}', nor is this the id of an element."));
    }

    private void CheckStatus(Status status, Deprecation? deprecation, Trail trail)
    {
        if (status == Status.Deprecated && deprecation is null)
            violations.Add(trail.At("deprecation"), new InvalidDefinition(
                "deprecated_says_why", "What is DEPRECATED says why: give a deprecation with its reason."));
        if (status != Status.Deprecated && deprecation is not null)
            violations.Add(trail.At("status"), new InvalidDefinition(
                "deprecation_needs_status", $"What has a deprecation has the status DEPRECATED, not {Words.Of(status)}: set it, or take the deprecation out."));
        if (deprecation is not null)
            texts.Check(deprecation.Reason, "reason", Limits.SentenceLength, trail.At("deprecation").At("reason"), required: true);
    }

    private void CheckNamespace(string name, Trail trail)
    {
        if (name.Length > Limits.NamespaceLength)
            violations.Add(trail, new LimitExceeded(
                "length of a namespace", Limits.NamespaceLength, name.Length, $"A namespace has at most {Limits.NamespaceLength} characters, this one {name.Length}."));
        else if (name.Length > 0 && !name.Split('.').All(NameRules.HasForm))
            violations.Add(trail, new InvalidName(
                Words.Shortened(name), $"A namespace is names joined by dots, such as 'hr.payroll'; '{Words.Shortened(name)}' is not."));
    }
}
