namespace Oms.Domain.Ontology.Editing;

/// <summary>Sees to it that every member has an id.</summary>
internal static class MemberIds
{
    /// <summary>The element with ids for members that have none.</summary>
    /// <param name="element">The element.</param>
    /// <param name="ids">Gives new ids.</param>
    /// <param name="old">The element as it was, whose members keep their ids by name; null for a new one.</param>
    internal static Element Fill(Element element, IIdSource ids, Element? old = null)
    {
        var taken = element.Members.Where(m => !m.Id.IsEmpty).Select(m => m.Id).ToHashSet();
        var fill = new MemberFill(old, taken, ids);
        var filled = MemberLists.Edit(element, fill);
        return filled is LinkType link
            ? link with { From = fill.Apply(link.From, (old as LinkType)?.From), To = fill.Apply(link.To, (old as LinkType)?.To) }
            : filled;
    }

    /// <summary>An id that no member of the element has.</summary>
    internal static MemberId Next(Element element, IIdSource ids)
    {
        var id = ids.NextMember();
        while (element.Members.Any(m => m.Id == id))
            id = ids.NextMember();
        return id;
    }
}
