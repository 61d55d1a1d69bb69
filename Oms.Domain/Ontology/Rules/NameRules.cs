using Oms.Domain.Ontology.BuiltIn;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>
/// Names that generated code can use (domain.md 1.2): a letter, then letters, digits and underscores, at most 255 of ASCII; none of the
/// few words that are taken in every GraphQL schema. Unique per kind, and within a member list. Everything else is a lint finding.
/// </summary>
internal static class NameRules
{
    // A GraphQL document cannot write an enum value of these names, nor a schema have types of the second list for anything else.
    private static readonly HashSet<string> Literals = ["true", "false", "null"];

    private static readonly HashSet<string> TypeNames =
        ["Boolean", "Float", "ID", "Int", "Mutation", "Query", "String", "Subscription"];

    private const int Few = 8;

    internal static void Check(Element element, List<MemberPlace> members, Trail trail, Transition transition)
    {
        if (!IsGood(element.Name))
            CheckText(element.Name, $"The name of {Words.A(Words.Of(element.Kind))}", trail.At("name"), transition.Violations);
        if (IsType(element.Kind) && TypeNames.Contains(element.Name))
            transition.Violations.Add(trail.At("name"), new InvalidName(
                element.Name, $"'{element.Name}' is a type that every GraphQL schema has already; give the {Words.Of(element.Kind)} another name."));
        var other = BuiltInTypes.FindByName(element.Kind, element.Name) ?? transition.After.FindByName(element.Kind, element.Name);
        if (other is not null && other.Id != element.Id)
            transition.Violations.Add(trail.At("name"), new DuplicateName(
                element.Name, other.Id, $"There is {Words.A(Words.Of(element.Kind))} '{element.Name}' already ({other.Id}); names are unique per kind."));
        if (!AreGood(members))
            CheckMembers(element, members, trail, transition.Violations);
    }

    internal static void CheckText(string name, string whose, Trail trail, Violations violations)
    {
        if (name.Length > Limits.NameLength)
            violations.Add(trail, new LimitExceeded("length of a name", Limits.NameLength, name.Length, $"{whose} has at most {Limits.NameLength} characters, this one {name.Length}."));
        else if (!HasForm(name))
            violations.Add(trail, new InvalidName(
                Words.Shortened(name), $"{whose} starts with a letter, then has letters, digits and underscores (a-z, A-Z, 0-9, _); '{Words.Shortened(name)}' does not."));
        else if (Literals.Contains(name))
            violations.Add(trail, new InvalidName(name, $"'{name}' is a literal in every language that code is generated for; take another name."));
    }

    private static bool IsGood(string name) => name.Length <= Limits.NameLength && HasForm(name) && !Literals.Contains(name);

    internal static bool HasForm(string name)
    {
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]))
            return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        return true;
    }

    // Members that were there before clash with none that was; a few new ones are held against all without more ado.
    private static bool AreGood(List<MemberPlace> members)
    {
        var added = 0;
        foreach (var place in members)
            if (!place.IsKnown && (++added > Few || !IsGood(place.Member) || Clashes(place, members)))
                return false;
        return true;
    }

    private static bool Clashes(MemberPlace place, List<MemberPlace> members)
    {
        foreach (var other in members)
            if ((other.Index != place.Index || other.List != place.List)
                && (other.Member.Id == place.Member.Id || (other.Member.Name == place.Member.Name && other.Member.GetType() == place.Member.GetType())))
                return true;
        return false;
    }

    private static bool IsGood(Member member) => HasGoodName(member) && MemberId.TryParse(member.Id.Value, out _);

    // A link end that is never followed needs no name; ShapeRules says which ends do.
    private static bool HasGoodName(Member member) => (member is LinkEnd && member.Name.Length == 0) || IsGood(member.Name);

    private static void CheckMembers(Element element, List<MemberPlace> members, Trail trail, Violations violations)
    {
        var ids = new HashSet<MemberId>(members.Count);
        var names = new HashSet<(Type, string)>(members.Count);
        foreach (var place in members)
        {
            var (member, at) = (place.Member, place.In(trail));
            if (!HasGoodName(member))
                CheckText(member.Name, $"The name of {Words.A(Words.Of(member))}", at.At("name"), violations);
            if (member is not LinkEnd && !names.Add((member.GetType(), member.Name)))
                violations.Add(at.At("name"), new DuplicateName(
                    member.Name, element.Id, $"The {Words.Of(element)} has another {Words.Of(member)} '{member.Name}'."));
            if (!MemberId.TryParse(member.Id.Value, out _))
                violations.Add(at.At("id"), new MalformedInput(
                    $"'{Words.Shortened(member.Id.Value)}' is no member id: it starts with 'm-', then has 1 to 64 of a-z, 0-9 and '-'. Leave it out to be given one."));
            else if (!ids.Add(member.Id))
                violations.Add(at.At("id"), new DuplicateName(
                    member.Id.Value, element.Id, $"Another member of the {Words.Of(element)} has the id '{member.Id}'."));
        }
    }

    private static bool IsType(ElementKind kind) => kind is ElementKind.ObjectType or ElementKind.Interface or ElementKind.StructType;
}
