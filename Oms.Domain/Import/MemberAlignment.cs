using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Import;

/// <summary>Gives the members of a definition the identities they have in another version of it.</summary>
internal static class MemberAlignment
{
    internal static Element Align(Element earlier, Element later)
    {
        if (earlier is LinkType was && later is LinkType link)
            later = link with { From = link.From with { Id = was.From.Id }, To = link.To with { Id = was.To.Id } };
        return MemberLists.Edit(later, new Identities([.. earlier.Members.Where(m => m is not LinkEnd)]));
    }

    private sealed class Identities(ImmutableArray<Member> earlier) : IMemberListEdit
    {
        public ImmutableArray<T> Apply<T>(ImmutableArray<T> list) where T : Member
        {
            var here = list.Select(m => m.Id).ToHashSet();
            var free = earlier.OfType<T>().Where(m => !here.Contains(m.Id)).ToList();
            var known = earlier.Select(m => m.Id).ToHashSet();
            return free.Count == 0 ? list : [.. list.Select(m => known.Contains(m.Id) || Match(m, free) is not { } was ? m : Taken(m, was, free))];
        }

        private static T? Match<T>(T member, List<T> free) where T : Member =>
            free.Find(f => f.Name == member.Name)
            ?? (member is Property { SharedProperty: { } shared } ? free.Find(f => f is Property p && p.SharedProperty == shared) : null);

        private static T Taken<T>(T member, T was, List<T> free) where T : Member
        {
            free.Remove(was);
            return member with { Id = was.Id };
        }
    }
}
