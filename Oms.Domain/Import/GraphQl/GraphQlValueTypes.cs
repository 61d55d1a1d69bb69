using System.Text;
using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Import.GraphQl;

/// <summary>Enums and scalars as value types.</summary>
internal sealed class GraphQlValueTypes(GraphQlWords words)
{
    internal ValueType Of(GraphQlType type)
    {
        var value = words.Told(
            new ValueType { BaseType = TypeRef.Data(type.Kind == GraphQlTypeKind.Enum ? "string" : GraphQlTypes.BaseOf(type.Name)) },
            type.Name, type.Name, type.Description, type.Directives, type.Line);
        return type.Kind == GraphQlTypeKind.Enum ? Enum(value, type) : Scalar(value, type);
    }

    /// <summary>The scalar that every schema has and the registry has not.</summary>
    internal ValueType Id() => words.Told(
        new ValueType { BaseType = TypeRef.Data("string"), Category = ValueCategory.Identifier }, "ID", "ID", "The identity of an object in a GraphQL API.", [], 1);

    private ValueType Scalar(ValueType value, GraphQlType type)
    {
        if (type.Directives.FirstOrDefault(d => d.Name == "specifiedBy")?["url"] is not { } url)
            return value;
        return value with { Description = words.Text($"{type.Description}\nSpecified by {url.Text}".Trim(), type.Name, type.Line) };
    }

    private ValueType Enum(ValueType value, GraphQlType type)
    {
        if (type.Values.IsEmpty)
        {
            words.NoPlace(type.Name, "It is an enum without values, and was taken for any text.", type.Line);
            return value;
        }

        var names = JsonSerializer.SerializeToElement(type.Values.Select(v => v.Name).Order(StringComparer.Ordinal));
        return value with
        {
            Constraints = [new Constraint { Kind = ConstraintKind.Enum, Value = CanonicalJson.Literal(names) }],
            Description = words.Text(Described(type), type.Name, type.Line),
        };
    }

    // A value has no description and no deprecation of its own, so the type's has them as a list.
    private string Described(GraphQlType type)
    {
        var text = new StringBuilder(type.Description);
        foreach (var value in type.Values.OrderBy(v => v.Name, StringComparer.Ordinal))
        {
            words.Others(value.Directives, $"{type.Name}.{value.Name}", value.Line);
            var deprecated = value.DeprecationReason is { } reason ? $" (deprecated: {reason})" : string.Empty;
            if (string.IsNullOrWhiteSpace(value.Description) && deprecated.Length == 0)
                continue;
            var line = $"\n- {value.Name}: {value.Description?.ReplaceLineEndings(" ")}{deprecated}".TrimEnd();
            if (text.Length + line.Length <= Limits.DescriptionLength)
                text.Append(line);
            else
                words.NoPlace($"{type.Name}.{value.Name}", $"Its description found no room in that of {type.Name}.", value.Line);
        }

        return text.ToString().Trim();
    }

}
