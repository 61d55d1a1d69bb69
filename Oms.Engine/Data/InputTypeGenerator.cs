using System.Text;
using Oms.Engine.Language;

namespace Oms.Engine.Data;

/// <summary>
/// Writes the input types that <c>@useFiltering</c> and <c>@useSorting</c> stand for, from the object types and interfaces that lists are made of.
/// A field takes part when it takes no arguments and carries no <c>@authorize</c>: what a caller may not read must not be found out by asking for
/// those that match.
/// </summary>
/// <param name="types">The composite types of the schema document.</param>
internal sealed class InputTypeGenerator(CompositeTypes types)
{
    private static readonly string[] Lists = ["all", "none", "some"];

    private readonly Dictionary<string, string> written = new(StringComparer.Ordinal);

    /// <summary>The definitions written so far.</summary>
    public IEnumerable<DefinitionNode> Definitions => written.Values.SelectMany(d => Parser.ParseDocument(new Source(d, "generated"), ParserOptions.TypeSystem).Definitions);

    /// <summary>The name of the conditions on a composite type.</summary>
    public string FilterOf(string type)
    {
        var name = InputTypeNames.FilterOf(type);
        if (written.TryAdd(name, ""))
            written[name] = Input(name, $"Conditions on {type}; all that are given must hold.",
                [.. AndOr(name), .. types.ReadableFieldsOf(type).Select(f => Member(f.Name.Value, FilterOf(f))).OfType<string>()]);
        return name;
    }

    /// <summary>The name of the order of a composite type; null when nothing in it has an order.</summary>
    public string? SortOf(string type)
    {
        var name = InputTypeNames.SortOf(type);
        if (!types.ReadableFieldsOf(type).Any(IsOrdered))
            return null;
        if (written.TryAdd(name, ""))
            written[name] = Input(name, $"How {type} is ordered: the first of these fields that tells two apart decides.",
                [.. types.ReadableFieldsOf(type).Select(f => Member(f.Name.Value, SortOf(f))).OfType<string>()]);
        return name;
    }

    private string? FilterOf(FieldDefinitionNode field)
    {
        var (named, isList) = CompositeTypes.Unwrap(field.Type);
        if (types.IsLeaf(named))
            return OperationsOf(named) is not { } operations ? null : isList ? ListOf(InputTypeNames.ListOperationsOf(named), operations) : operations;
        if (!types.IsOpen(named))
            return null;
        return isList ? ListOf(InputTypeNames.ListFilterOf(named), FilterOf(named)) : FilterOf(named);
    }

    private string? SortOf(FieldDefinitionNode field)
    {
        var (named, isList) = CompositeTypes.Unwrap(field.Type);
        if (isList)
            return null;
        if (!types.IsLeaf(named))
            return types.IsOpen(named) ? SortOf(named) : null;
        return IsOrdered(field) ? Directions() : null;
    }

    private bool IsOrdered(FieldDefinitionNode field)
    {
        var (named, isList) = CompositeTypes.Unwrap(field.Type);
        return !isList && types.IsLeaf(named) && named is not ("Any" or "JSON" or "Byte");
    }

    private string Directions()
    {
        if (written.TryAdd(InputTypeNames.SortDirection, ""))
            written[InputTypeNames.SortDirection] = $$"""
                "A direction of ordering."
                enum {{InputTypeNames.SortDirection}} {
                  "From small to great."
                  ASC
                  "From great to small."
                  DESC
                }
                """;
        return InputTypeNames.SortDirection;
    }

    private string? OperationsOf(string leaf)
    {
        if (leaf is "Any" or "JSON" or "Byte")
            return null;
        var name = InputTypeNames.OperationsOf(leaf);
        if (written.TryAdd(name, ""))
            written[name] = Input(name, $"Conditions on {leaf}; all that are given must hold.", OperationsOf(leaf, name));
        return name;
    }

    private string[] OperationsOf(string leaf, string name)
    {
        string[] equality = [$"eq: {leaf}", $"neq: {leaf}"];
        string[] membership = types.IsEnum(leaf) ? [$"in: [{leaf}!]", $"nin: [{leaf}!]"] : [$"in: [{leaf}]", $"nin: [{leaf}]"];
        return leaf switch
        {
            "Boolean" => equality,
            "String" => [.. AndOr(name), .. equality, .. Members(["contains", "ncontains"], leaf), .. membership, .. Members(["startsWith", "nstartsWith", "endsWith", "nendsWith"], leaf)],
            "Int" or "Float" or "Long" or "Decimal" or "Date" or "DateTime" or "LocalDate" or "UUID" =>
                [.. equality, .. membership, .. Members(["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"], leaf)],
            _ => [.. equality, .. membership],
        };
    }

    private string ListOf(string name, string item)
    {
        if (written.TryAdd(name, ""))
            written[name] = Input(name, "Conditions on a list; all that are given must hold.", [.. Members(Lists, item), "any: Boolean"]);
        return name;
    }

    private static string[] AndOr(string name) => [$"and: [{name}!]", $"or: [{name}!]"];

    private static IEnumerable<string> Members(IEnumerable<string> names, string type) => names.Select(n => $"{n}: {type}");

    private static string? Member(string name, string? type) => type is null ? null : $"{name}: {type}";

    private static string Input(string name, string description, IReadOnlyList<string> members)
    {
        var text = new StringBuilder($"\"{description}\"\ninput {name} {{\n");
        foreach (var member in members)
            text.Append("  ").Append(member).Append('\n');
        return text.Append("}\n").ToString();
    }
}
