namespace Oms.Domain.Ontology.Editing;

/// <summary>Puts ids in the place of names in every element that a commit touches.</summary>
internal sealed class ReferenceResolver(Workspace workspace)
{
    internal void Run()
    {
        foreach (var (_, element) in workspace.Touched.ToList())
            if (element is not null)
                workspace.Replace(Resolve(element));
        // Titles may be inherited, so the parents have to be known first.
        foreach (var (_, element) in workspace.Touched.ToList())
            if (element is ObjectType type)
                workspace.Replace(type with
                {
                    TitleProperty = Titled(type, type.TitleProperty),
                    SubtitleProperty = Titled(type, type.SubtitleProperty),
                });
    }

    private Element Resolve(Element element)
    {
        var trail = workspace.TrailOf(element.Id);
        var resolved = References.Map(element, (target, kind, _, place) => NameClaims.IsName(target.Value)
            ? workspace.Claims.Resolve(target, place.Allowed(kind, element.Kind), trail.At(place), workspace.Violations) ?? target
            : target);
        var byName = resolved.Members.Where(m => m.Deprecation?.ReplacedBy is { } text && NameClaims.IsName(text)).ToList();
        foreach (var member in byName)
            if (resolved.Members.FirstOrDefault(m => m.Name == member.Deprecation!.ReplacedBy) is { } other)
                resolved = MemberLists.Replace(
                    resolved, member with { Deprecation = member.Deprecation! with { ReplacedBy = other.Id.Value } });
        return resolved;
    }

    private MemberId? Titled(ObjectType type, MemberId? reference)
    {
        if (reference is not { } title || !NameClaims.IsName(title.Value))
            return reference;
        var ancestors = Reach.From(type, t => t.Parents.Select(workspace.Find<ObjectType>).OfType<ObjectType>());
        return ancestors.Prepend(type).SelectMany(t => t.Properties).FirstOrDefault(p => p.Name == title.Value)?.Id ?? reference;
    }
}
