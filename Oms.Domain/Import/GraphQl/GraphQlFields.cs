using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import.GraphQl;

/// <summary>Fields as properties, link types, function types and action types.</summary>
internal sealed class GraphQlFields(GraphQlSchema schema, GraphQlWords words, GraphQlTypes types)
{
    /// <summary>An object type with its properties.</summary>
    internal ObjectType Of(GraphQlType type, ImmutableArray<ElementId> interfaces) => words.Told(
        new ObjectType { Interfaces = interfaces, Properties = PropertiesOf(type) }, type.Name, type.Name, type.Description, type.Directives, type.Line);

    /// <summary>An input object as an object type, which its tag tells.</summary>
    internal ObjectType InputOf(GraphQlType type)
    {
        var owner = GraphQlWords.IdOf(ElementKind.ObjectType, type.Name);
        var made = ImmutableArray.CreateBuilder<Property>();
        foreach (var field in type.InputFields)
        {
            var subject = $"{type.Name}.{field.Name}";
            if (types.Of(field.Type, subject, field.Line) is not { } of)
                continue;
            var value = types.Default(field, of, subject);
            made.Add(words.Told(
                new Property { Type = of, IsRequired = IsRequired(field) ? true : null, DefaultValue = value },
                owner, subject, field.Name, field.Description, field.Directives, field.Line));
        }

        ImmutableArray<string> tags = type.Directives.Any(d => d.Name == "oneOf") ? [GraphQlWords.InputTag, "oneOf"] : [GraphQlWords.InputTag];
        return words.Told(new ObjectType { Tags = tags, Properties = made.ToImmutable() }, type.Name, type.Name, type.Description, type.Directives, type.Line);
    }

    /// <summary>The properties of an object type or interface: its fields of values.</summary>
    internal ImmutableArray<Property> PropertiesOf(GraphQlType type)
    {
        var owner = GraphQlWords.IdOf(type.Kind == GraphQlTypeKind.Interface ? ElementKind.Interface : ElementKind.ObjectType, type.Name);
        var made = ImmutableArray.CreateBuilder<Property>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            var subject = $"{type.Name}.{field.Name}";
            if (types.LeadsOn(field.Type) || types.Of(field.Type, subject, field.Line) is not { } of)
                continue;
            if (!names.Add(ImportNames.Valid(field.Name)))
            {
                words.NoPlace(subject, $"Another field is called {ImportNames.Valid(field.Name)} here.", field.Line);
                continue;
            }

            made.Add(words.Told(
                new Property { Type = of, IsRequired = GraphQlTypeText.IsNonNull(field.Type) ? true : null },
                owner, subject, field.Name, field.Description, field.Directives, field.Line));
        }

        return made.ToImmutable();
    }

    /// <summary>What fields become besides properties: links, functions, actions.</summary>
    internal IEnumerable<Element> Beside(GraphQlType type)
    {
        foreach (var field in type.Fields)
        {
            if (schema.IsRoot(type.Name))
            {
                yield return type.Name == schema.Mutation ? Action(type, field) : Function(type, field, type.Name == schema.Query ? field.Name : $"{type.Name}_{field.Name}");
                continue;
            }

            if (types.LeadsOn(field.Type) && Link(type, field) is { } link)
                yield return link;
            if (!field.Arguments.IsEmpty)
                yield return Function(type, field, $"{type.Name}_{field.Name}");
        }
    }

    private LinkType? Link(GraphQlType type, GraphQlField field)
    {
        var subject = $"{type.Name}.{field.Name}";
        var target = schema.Types[GraphQlTypeText.Named(field.Type).ToString()];
        if (schema.IsRoot(target.Name))
        {
            words.NoPlace(subject, $"It leads to {target.Name}, which is a root and no type here.", field.Line);
            return null;
        }

        var id = GraphQlWords.IdOf(ElementKind.LinkType, subject);
        var isMany = GraphQlTypeText.IsList(GraphQlTypeText.Nullable(field.Type));
        var isPlain = field.Type == target.Name || field.Type == $"{target.Name}!";
        return words.Told(
            new LinkType
            {
                From = new LinkEnd
                {
                    Id = GraphQlWords.MemberOf("from", id),
                    Name = ImportNames.Valid(field.Name),
                    Type = IdOf(type),
                    IsRequired = !isMany && GraphQlTypeText.IsNonNull(field.Type),
                },
                To = new LinkEnd { Id = GraphQlWords.MemberOf("to", id), Type = IdOf(target) },
                Cardinality = isMany ? Cardinality.ManyToMany : Cardinality.ManyToOne,
                Tags = isPlain ? [] : types.Tag(field.Type, subject, field.Line),
            },
            subject, $"{type.Name}_{field.Name}", field.Description, field.Directives, field.Line);
    }

    private FunctionType Function(GraphQlType type, GraphQlField field, string name)
    {
        var subject = $"{type.Name}.{field.Name}";
        var id = GraphQlWords.IdOf(ElementKind.FunctionType, subject);
        var parameters = Parameters(field, id, subject);
        if (!schema.IsRoot(type.Name) && type.Kind == GraphQlTypeKind.Object)
            parameters = parameters.Insert(0, new Parameter
            {
                Id = GraphQlWords.MemberOf("\nobject", id),
                Name = parameters.Any(p => p.Name == "object") ? "object_" : "object",
                Type = new TypeRef { ObjectType = IdOf(type) },
            });
        return words.Told(
            new FunctionType
            {
                Parameters = parameters,
                ReturnType = types.Of(field.Type, subject, field.Line),
                ReturnsNull = !GraphQlTypeText.IsNonNull(field.Type),
                HasSideEffects = type.Name == schema.Mutation,
                Tags = types.LeadsOn(field.Type) ? types.Tag(field.Type, subject, field.Line) : [],
            },
            subject, name, field.Description, field.Directives, field.Line);
    }

    private ActionType Action(GraphQlType type, GraphQlField field)
    {
        var subject = $"{type.Name}.{field.Name}";
        var id = GraphQlWords.IdOf(ElementKind.ActionType, subject);
        return words.Told(
            new ActionType { Parameters = Parameters(field, id, subject), Tags = types.Tag(field.Type, subject, field.Line) },
            subject, field.Name, field.Description, field.Directives, field.Line);
    }

    private ImmutableArray<Parameter> Parameters(GraphQlField field, ElementId owner, string subject)
    {
        var made = ImmutableArray.CreateBuilder<Parameter>();
        foreach (var argument in field.Arguments)
        {
            var at = $"{subject}({argument.Name})";
            if (types.Of(argument.Type, at, argument.Line) is not { } of)
                continue;
            var value = types.Default(argument, of, at);
            made.Add(words.Told(
                new Parameter { Type = of, IsRequired = IsRequired(argument), DefaultValue = value },
                owner, at, argument.Name, argument.Description, argument.Directives, argument.Line));
        }

        return made.ToImmutable();
    }

    private static bool IsRequired(GraphQlInputValue value) => GraphQlTypeText.IsNonNull(value.Type) && value.Default is null;

    private static ElementId IdOf(GraphQlType type) =>
        GraphQlWords.IdOf(type.Kind is GraphQlTypeKind.Interface or GraphQlTypeKind.Union ? ElementKind.Interface : ElementKind.ObjectType, type.Name);
}
