using System.Collections.Immutable;
using Oms.Domain.Import;
using Oms.Domain.Import.GraphQl;
using Oms.Engine.Language;

namespace Oms.Graph.Import.GraphQl;

/// <summary>Makes the parts of a schema of their syntax, and sees to it that each name stands once: of two, the last definition at the first place.</summary>
/// <param name="letPass">Takes what stands twice.</param>
internal sealed class GraphQlNames(List<Unmapped> letPass)
{
    internal GraphQlType Type(TypeDefinitionNode node, IReadOnlyList<TypeExtensionNode> extensions)
    {
        var name = node.Name.Value;
        var all = extensions.Prepend<SyntaxNode>(node).ToList();
        return new GraphQlType
        {
            Kind = KindOf(node),
            Name = name,
            Description = node.Description?.Value,
            Line = node.Location.Line,
            Directives = [.. all.OfType<IHasDirectives>().SelectMany(n => Uses(n.Directives))],
            Interfaces = Once(all.OfType<IHasFields>().SelectMany(n => n.Interfaces), i => i.Name.Value, i => i.Name.Value, name),
            Fields = Once(all.OfType<IHasFields>().SelectMany(n => n.Fields), f => f.Name.Value, f => Field(f, name), name),
            InputFields = Once(all.OfType<IHasInputFields>().SelectMany(n => n.Fields), f => f.Name.Value, Input, name),
            Values = Once(all.OfType<IHasEnumValues>().SelectMany(n => n.Values), v => v.Name.Value, Value, name),
            Members = Once(all.OfType<IHasMemberTypes>().SelectMany(n => n.Types), t => t.Name.Value, t => t.Name.Value, name),
        };
    }

    internal GraphQlDirective Directive(DirectiveDefinitionNode node) => new(
        node.Name.Value,
        node.Description?.Value,
        Once(node.Arguments, a => a.Name.Value, Input, $"@{node.Name.Value}"),
        [.. node.Locations.Select(l => l.Value).Distinct()],
        node.IsRepeatable,
        node.Location.Line);

    internal static ImmutableArray<GraphQlDirectiveUse> Uses(ImmutableArray<DirectiveNode> directives) =>
        directives.IsDefaultOrEmpty ? [] : [.. directives.Select(d => new GraphQlDirectiveUse(d.Name.Value, [.. d.Arguments.Select(a => KeyValuePair.Create(a.Name.Value, Constant(a.Value)))]))];

    private GraphQlField Field(FieldDefinitionNode node, string owner) => new(
        node.Name.Value,
        node.Description?.Value,
        TextOf(node.Type),
        node.Arguments.IsEmpty ? [] : Once(node.Arguments, a => a.Name.Value, Input, $"{owner}.{node.Name.Value}"),
        Uses(node.Directives),
        node.Location.Line);

    private static GraphQlInputValue Input(InputValueDefinitionNode node) => new(
        node.Name.Value,
        node.Description?.Value,
        TextOf(node.Type),
        node.DefaultValue is { } value ? Constant(value) : null,
        Uses(node.Directives),
        node.Location.Line);

    private static GraphQlEnumValue Value(EnumValueDefinitionNode node) => new(node.Name.Value, node.Description?.Value, Uses(node.Directives), node.Location.Line);

    private ImmutableArray<TResult> Once<T, TResult>(IEnumerable<T> nodes, Func<T, string> nameOf, Func<T, TResult> make, string owner)
        where T : SyntaxNode
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var made = ImmutableArray.CreateBuilder<TResult>();
        foreach (var node in nodes)
        {
            if (places.TryAdd(nameOf(node), made.Count))
            {
                made.Add(make(node));
                continue;
            }

            letPass.Add(new Unmapped($"{owner}.{nameOf(node)}", "It stands twice; the last one was read.", node.Location.Line));
            made[places[nameOf(node)]] = make(node);
        }

        return made.DrainToImmutable();
    }

    private static string TextOf(TypeNode type) => type is NamedTypeNode named ? named.Name.Value
        : type is NonNullTypeNode { Type: NamedTypeNode inner } ? string.Concat(inner.Name.Value, "!")
        : SyntaxPrinter.Print(type);

    // As deep as the parser lets values be.
    private static GraphQlValue Constant(ValueNode node) => node switch
    {
        IntValueNode number => new(GraphQlValueKind.Int, number.Value),
        FloatValueNode number => new(GraphQlValueKind.Float, number.Value),
        StringValueNode text => new(GraphQlValueKind.String, text.Value),
        BooleanValueNode boolean => new(GraphQlValueKind.Boolean, boolean.Value ? "true" : "false"),
        EnumValueNode value => new(GraphQlValueKind.Enum, value.Value),
        ListValueNode list => new(GraphQlValueKind.List, SyntaxPrinter.Print(list)) { Items = [.. list.Items.Select(Constant)] },
        ObjectValueNode value => new(GraphQlValueKind.Object, SyntaxPrinter.Print(value))
        {
            Fields = [.. value.Fields.Select(f => KeyValuePair.Create(f.Name.Value, Constant(f.Value)))],
        },
        _ => new(GraphQlValueKind.Null, "null"),
    };

    private static GraphQlTypeKind KindOf(TypeDefinitionNode node) => node switch
    {
        ObjectTypeDefinitionNode => GraphQlTypeKind.Object,
        InterfaceTypeDefinitionNode => GraphQlTypeKind.Interface,
        UnionTypeDefinitionNode => GraphQlTypeKind.Union,
        EnumTypeDefinitionNode => GraphQlTypeKind.Enum,
        InputObjectTypeDefinitionNode => GraphQlTypeKind.InputObject,
        _ => GraphQlTypeKind.Scalar,
    };
}
