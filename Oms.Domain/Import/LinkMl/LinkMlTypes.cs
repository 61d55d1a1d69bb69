using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Import.LinkMl;

/// <summary>Types and enums become value types; ranges lead to them, to data types or to classes.</summary>
internal sealed class LinkMlTypes(LinkMlModel model, LinkMlGaps gaps)
{
    private readonly Patterns patterns = new();

    /// <summary>The value type for each type and enum.</summary>
    internal IEnumerable<(Element Element, LinkMlDefinition Definition)> ValueTypes()
    {
        foreach (var type in model.Of(LinkMlSection.Types))
        {
            gaps.Rest(type.Words, type.Body, LinkMlKeys.OfType);
            var data = DataOf(type, true);
            yield return (new ValueType
            {
                Id = IdOf(type),
                BaseType = LinkMlDataTypes.Reference(data),
                Constraints = Constraints(type.Words, type.Body, data, false),
            }, type);
        }
        foreach (var definition in model.Of(LinkMlSection.Enums))
        {
            gaps.Rest(definition.Words, definition.Body, LinkMlKeys.OfEnum);
            yield return (new ValueType { Id = IdOf(definition), BaseType = TypeRef.Data("string"), Constraints = Values(definition, true) }, definition);
        }
    }

    /// <summary>What a name stands for as a range; null where it stands for nothing.</summary>
    internal LinkMlRange? Range(string name)
    {
        if (model.Find(LinkMlSection.Classes, name) is { } found)
            return new LinkMlRange(null, null, found, null);
        if (model.Find(LinkMlSection.Enums, name) is { } list)
            return new LinkMlRange(new TypeRef { ValueType = IdOf(list) }, "string", null, list);
        if (model.Find(LinkMlSection.Types, name) is { } type)
            return new LinkMlRange(new TypeRef { ValueType = IdOf(type) }, DataOf(type, false), null, null);
        return LinkMlDataTypes.Named(name) is { } data ? new LinkMlRange(LinkMlDataTypes.Reference(data), data, null, null) : null;
    }

    /// <summary>The list of values of an enum as a constraint; none where the list is not written out.</summary>
    internal ImmutableArray<Constraint> Values(LinkMlDefinition definition, bool tell = false)
    {
        var own = tell ? gaps : new LinkMlGaps();
        var values = own.Named(definition.Words, definition.Body["permissible_values"]).ToList();
        if (tell)
            TellDetails(definition, values);
        return values.Count == 0 ? [] :
        [
            new Constraint { Kind = ConstraintKind.Enum, Value = CanonicalJson.Literal(values.Select(v => v.Key).Distinct().ToArray()) },
        ];
    }

    /// <summary>The pattern and bounds that a slot or type gives its values.</summary>
    /// <param name="subject">Whose they are, for messages.</param>
    /// <param name="body">What is said of it.</param>
    /// <param name="data">The data type of a value.</param>
    /// <param name="isMany">True when it has many values, on which no such rule can stand.</param>
    internal ImmutableArray<Constraint> Constraints(string subject, LinkMlMapping body, string data, bool isMany)
    {
        var constraints = ImmutableArray.CreateBuilder<Constraint>();
        Add(ConstraintKind.Pattern, "pattern", Pattern);
        Add(ConstraintKind.Min, "minimum_value", Number);
        Add(ConstraintKind.Max, "maximum_value", Number);
        return constraints.ToImmutable();

        void Add(ConstraintKind kind, string key, Func<string, string, JsonLiteral?> read)
        {
            if (body[key] is not LinkMlScalar text)
                return;
            if (!isMany && read(text.Text, data) is { } value)
                constraints.Add(new Constraint { Kind = kind, Value = value });
            else
                gaps.Add(subject, $"The rule '{key}: {LinkMlGaps.Shortened(text.Text)}' can not stand on {(isMany ? "a list" : $"values of {data}")} here.", text.Line);
        }
    }

    private void TellDetails(LinkMlDefinition definition, List<LinkMlEntry> values)
    {
        if (values.Count == 0)
            gaps.Add(definition, "Its values are not written out, so that any text is allowed here.");
    }

    private string DataOf(LinkMlDefinition type, bool tell)
    {
        var seen = new HashSet<LinkMlDefinition>(ReferenceEqualityComparer.Instance);
        var step = type;
        while (step is not null && seen.Add(step))
        {
            if (step.Scalar("typeof")?.Text is not { } above)
                return LinkMlDataTypes.Named(step.Name) ?? LinkMlDataTypes.Based(step.Scalar("base")?.Text)
                    ?? LinkMlDataTypes.Based(step.Scalar("uri")?.Text) ?? Unknown(type, tell);
            if (model.Find(LinkMlSection.Types, above) is not { } next || next == step)
                return LinkMlDataTypes.Named(above) ?? Unknown(type, tell);
            step = next;
        }
        return Unknown(type, tell);
    }

    private string Unknown(LinkMlDefinition type, bool tell)
    {
        if (tell)
            gaps.Add(type, "Which plain type it narrows is not known; it is taken for a text.");
        return "string";
    }

    // JSON Schema, and with it LinkML, finds a pattern anywhere in the text; here it matches the whole text.
    private JsonLiteral? Pattern(string pattern, string data)
    {
        var whole = pattern is ['^', .., '$'] && !pattern.Contains('|') ? pattern : $@"[\s\S]*(?:{pattern})[\s\S]*";
        return data is "string" or "text" && whole.Length <= Limits.PatternLength && patterns.Compile(pattern) is not null && patterns.Compile(whole) is not null
            ? CanonicalJson.Literal(whole)
            : null;
    }

    private static JsonLiteral? Number(string text, string data) =>
        data is "long" or "integer" ? int.TryParse(text, out var whole) ? CanonicalJson.Literal(whole) : null
        : data is "float" or "double" or "decimal" && decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? CanonicalJson.Literal(number)
        : null;

    private static ElementId IdOf(LinkMlDefinition definition) => StableIds.Element(ElementKind.ValueType, definition.Address);
}
