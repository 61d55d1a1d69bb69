using System.Collections.Frozen;
using System.Collections.Immutable;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Ontology.Naming;

/// <summary>
/// Which names are good names (domain.md 1.15). Findings never refuse anything: names that would break generated code are refused elsewhere.
/// </summary>
public sealed class NamingConvention
{
    /// <summary>
    /// The convention of domain.md 1.15; the words id, type, name and value are fine for members, as it recommends.
    /// </summary>
    public static readonly NamingConvention Standard = new(
        new Dictionary<ElementKind, NamingRule>
        {
            [ElementKind.ObjectType] = new() { Pattern = NamePattern.PascalCase, ForbiddenPrefixes = ["temp", "test"], MinLength = 3, MaxLength = 50 },
            [ElementKind.LinkType] = new() { RequiredSuffixes = ["Link", "Relation", "Ref"], MinLength = 5, MaxLength = 60 },
            [ElementKind.ActionType] = new()
            {
                RequiredPrefixes = ["create", "update", "delete", "get", "list", "execute"], MinLength = 5, MaxLength = 80,
            },
            [ElementKind.FunctionType] = new() { MinLength = 3, MaxLength = 60 },
            [ElementKind.Interface] = new() { Pattern = NamePattern.PascalCase, RequiredPrefixes = ["I"], MinLength = 3, MaxLength = 50 },
            [ElementKind.SharedProperty] = new() { MinLength = 2, MaxLength = 50, AllowedWords = ["id", "type", "name", "value"] },
        },
        new NamingRule { MinLength = 2, MaxLength = 50, AllowedWords = ["id", "type", "name", "value"] },
        [
            "class", "function", "if", "else", "for", "while", "return", "true", "false", "null", "undefined", "void", "var", "let", "const", "public",
            "private", "protected", "static", "abstract", "interface", "extends", "implements", "import", "export", "default", "new", "this", "super",
            "self", "id", "type", "name", "value",
        ]);

    private readonly FrozenDictionary<ElementKind, NamingRule> elements;
    private readonly NamingRule members;
    private readonly FrozenSet<string> reserved;

    /// <summary>A convention of its own.</summary>
    /// <param name="elements">The rule for the names of each kind; kinds without one are free.</param>
    /// <param name="members">The rule for properties, fields, parameters and link ends.</param>
    /// <param name="reservedWords">Names that clash with words of programming languages.</param>
    public NamingConvention(IReadOnlyDictionary<ElementKind, NamingRule> elements, NamingRule members, IEnumerable<string> reservedWords)
    {
        this.elements = elements.ToFrozenDictionary();
        this.members = members;
        reserved = reservedWords.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What does not follow the convention in an element and its members.</summary>
    public IEnumerable<LintFinding> Check(Element element)
    {
        if (elements.TryGetValue(element.Kind, out var rule))
            foreach (var finding in Check(element.Name, rule, Words.Of(element.Kind)))
                yield return new LintFinding(finding.RuleId, element.Id, null, ["name"], finding.Message, finding.Suggestion);
        foreach (var place in new MemberPlaces().Of(element))
            foreach (var finding in Check(place.Member.Name, members, Words.Of(place.Member)))
                yield return new LintFinding(
                    finding.RuleId, element.Id, place.Member.Id, place.In(Trail.Within).At("name").Path(), finding.Message, finding.Suggestion);
    }

    private IEnumerable<(string RuleId, string Message, string? Suggestion)> Check(string name, NamingRule rule, string what)
    {
        if (name.Length == 0)
            yield break;
        if (name.Length < rule.MinLength)
            yield return ("min_length", $"The name of {Words.A(what)} has at least {rule.MinLength} characters; '{name}' has {name.Length}.", null);
        if (name.Length > rule.MaxLength)
            yield return ("max_length", $"The name of {Words.A(what)} has at most {rule.MaxLength} characters; '{name}' has {name.Length}.", null);
        var words = NameWords.Split(name);
        if (!NameWords.Follows(name, rule.Pattern))
            yield return (
                name.Contains('_') && rule.Pattern is NamePattern.CamelCase or NamePattern.PascalCase ? "no_underscores" : "pattern",
                $"The name of {Words.A(what)} is written as {NameWords.Join(["some", "name"], rule.Pattern)}; '{name}' is not.", Suggested(words, rule));
        if (!rule.RequiredPrefixes.IsEmpty && !HasOne(rule.RequiredPrefixes, words.FirstOrDefault()))
            yield return (
                "required_prefix", $"The name of {Words.A(what)} starts with one of: {string.Join(", ", rule.RequiredPrefixes)}; '{name}' does not.",
                rule.RequiredPrefixes.Length == 1 ? Suggested([rule.RequiredPrefixes[0], .. words], rule) : null);
        if (!rule.RequiredSuffixes.IsEmpty && !HasOne(rule.RequiredSuffixes, words.LastOrDefault()))
            yield return (
                "required_suffix", $"The name of {Words.A(what)} ends with one of: {string.Join(", ", rule.RequiredSuffixes)}; '{name}' does not.",
                Suggested([.. words, rule.RequiredSuffixes[0]], rule));
        if (HasOne(rule.ForbiddenPrefixes, words.FirstOrDefault()))
            yield return (
                "forbidden_prefix", $"The name of {Words.A(what)} does not start with '{words[0]}'.", words.Count > 1 ? Suggested(words[1..], rule) : null);
        if (reserved.Contains(name) && !rule.AllowedWords.Contains(name))
            yield return ("reserved_word", $"'{name}' is a reserved word in languages that code is generated for.", null);
    }

    private static string? Suggested(List<string> words, NamingRule rule)
    {
        var name = words.Count == 0 ? string.Empty : NameWords.Join(words, rule.Pattern);
        return NameRules.HasForm(name) && name.Length <= rule.MaxLength ? name : null;
    }

    private static bool HasOne(ImmutableArray<string> listed, string? word) =>
        word is not null && listed.Contains(word, StringComparer.OrdinalIgnoreCase);
}
