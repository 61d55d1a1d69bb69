using System.Text;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.BuiltIn;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Import;

/// <summary>API names for what other vocabularies call as they like: valid, and each once per kind.</summary>
public sealed class ImportNames
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "true", "false", "null", "Boolean", "Float", "ID", "Int", "Mutation", "Query", "String", "Subscription",
    };

    private readonly HashSet<(ElementKind, string)> taken = [];

    /// <summary>A name of the right form: what is no ASCII letter or digit becomes an underscore, and <c>X</c> comes before a start that is no letter.</summary>
    public static string Valid(string text)
    {
        var name = new StringBuilder(text.Length + 1);
        foreach (var c in text)
            name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]))
            name.Insert(0, 'X');
        var valid = name.Length > Limits.NameLength ? name.ToString(0, Limits.NameLength) : name.ToString();
        return Reserved.Contains(valid) ? valid + "_" : valid;
    }

    /// <summary>The valid name for a text, with a number after it where another element of the kind has it. Ask in an order that does not change.</summary>
    public string Claim(ElementKind kind, string text)
    {
        var name = Valid(text);
        var free = name;
        for (var number = 2; BuiltInTypes.FindByName(kind, free) is not null || !taken.Add((kind, free)); number++)
            free = $"{name[..Math.Min(name.Length, Limits.NameLength - 8)]}_{number}";
        return free;
    }
}
