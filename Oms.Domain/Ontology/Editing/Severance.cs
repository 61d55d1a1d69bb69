namespace Oms.Domain.Ontology.Editing;

/// <summary>An element without its references to one that goes.</summary>
internal static class Severance
{
    internal static Element Of(Element user, ElementId gone, Workspace workspace)
    {
        var severed = user switch
        {
            ObjectType type => type with { Parents = type.Parents.Remove(gone), Interfaces = type.Interfaces.Remove(gone) },
            Interface contract => contract with
            {
                Extends = contract.Extends.Remove(gone),
                RequiredLinks = contract.RequiredLinks.RemoveAll(l => l.Target == gone),
            },
            ActionType action => action with
            {
                Functions = action.Functions.Remove(gone),
                AppliesTo = action.AppliesTo.RemoveAll(a => a.Type == gone),
            },
            FunctionType function when Names(function.ReturnType, gone) => function with { ReturnType = null },
            _ => user,
        };
        severed = MemberLists.Edit(severed, new MemberSeverance(gone, workspace.Before.Find<SharedProperty>(gone)));
        if (severed is LinkType link)
            severed = link with { From = Without(link.From, gone), To = Without(link.To, gone) };
        return Untitled(user, severed with { Deprecation = Without(severed.Deprecation, gone) });
    }

    /// <summary>True when the type, or a part of it, is the one that goes.</summary>
    internal static bool Names(TypeRef? type, ElementId gone)
    {
        for (var depth = 0; type is not null && depth <= References.MaxTypeDepth; depth++, type = type.Items)
            if (type.ValueType == gone || type.StructType == gone || type.ObjectType == gone || type.Key?.ValueType == gone)
                return true;
        return false;
    }

    internal static T Without<T>(T member, ElementId gone) where T : Member => member with { Deprecation = Without(member.Deprecation, gone) };

    private static Deprecation? Without(Deprecation? deprecation, ElementId gone) =>
        deprecation?.ReplacedBy == gone.Value ? deprecation with { ReplacedBy = null } : deprecation;

    // A title that went with its property is cleared; one that is inherited stays.
    private static Element Untitled(Element before, Element after)
    {
        if (before is not ObjectType old || after is not ObjectType type)
            return after;
        var removed = old.Properties.Select(p => p.Id).Except(type.Properties.Select(p => p.Id)).ToHashSet();
        return type with
        {
            TitleProperty = type.TitleProperty is { } title && removed.Contains(title) ? null : type.TitleProperty,
            SubtitleProperty = type.SubtitleProperty is { } subtitle && removed.Contains(subtitle) ? null : type.SubtitleProperty,
        };
    }
}
