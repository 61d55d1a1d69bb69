using System.Collections.Immutable;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Visibility;

/// <summary>
/// The definitions of a schema that somebody sees. With a member goes what is left without meaning: fields of types that are hidden, types
/// without members, types that nothing leads to any more, and an interface of an object that does not show all of its fields.
/// </summary>
internal sealed class VisibleDocument
{
    private readonly Schema schema;
    private readonly Func<string, bool> isHidden;
    private readonly Dictionary<string, TypeDefinitionNode> types;
    private readonly ImmutableArray<DefinitionNode> others;

    private VisibleDocument(Schema schema, Func<string, bool> isHidden)
    {
        this.schema = schema;
        this.isHidden = isHidden;
        var whole = Parser.ParseDocument(new Source(SchemaPrinter.Print(schema, withAppliedDirectives: true), "schema"), ParserOptions.TypeSystem);
        types = whole.Definitions.OfType<TypeDefinitionNode>().ToDictionary(d => d.Name.Value, StringComparer.Ordinal);
        others = [.. whole.Definitions.Where(d => d is not TypeDefinitionNode)];
    }

    /// <summary>The definitions, in the order of the schema.</summary>
    /// <param name="schema">The whole schema.</param>
    /// <param name="isHidden">Whether the member of a schema coordinate is hidden.</param>
    public static DocumentNode Of(Schema schema, Func<string, bool> isHidden)
    {
        var visible = new VisibleDocument(schema, isHidden);
        visible.HideMembers();
        visible.HideInterfaces();
        var reached = visible.Reach();
        return new DocumentNode(default, [.. visible.others.Select(visible.WithRoots), .. visible.types.Values.Where(t => reached.Contains(t.Name.Value))]);
    }

    // Grows until nothing changes: a member goes with its type, and a type with its last member.
    private void HideMembers()
    {
        foreach (var name in types.Keys.Where(n => isHidden(n) && n != schema.QueryType.Name).ToArray())
            types.Remove(name);
        bool shrank;
        do
        {
            shrank = false;
            foreach (var (name, type) in types.ToArray())
            {
                var left = Without(type);
                if (left is null)
                    types.Remove(name);
                else
                    types[name] = left;
                shrank |= left is null;
            }
        }
        while (shrank);
    }

    // Null when nothing of it is left; the query root is what every schema has.
    private TypeDefinitionNode? Without(TypeDefinitionNode type)
    {
        var name = type.Name.Value;
        return type switch
        {
            ObjectTypeDefinitionNode o when FieldsOf(name, o.Fields) is var fields =>
                fields.IsEmpty && name != schema.QueryType.Name ? null : new ObjectTypeDefinitionNode(o.Location, o.Description, o.Name, o.Interfaces, o.Directives, fields),
            InterfaceTypeDefinitionNode i when FieldsOf(name, i.Fields) is var fields =>
                fields.IsEmpty ? null : new InterfaceTypeDefinitionNode(i.Location, i.Description, i.Name, i.Interfaces, i.Directives, fields),
            UnionTypeDefinitionNode u when u.Types.RemoveAll(t => !types.ContainsKey(t.Name.Value)) is var members =>
                members.IsEmpty ? null : new UnionTypeDefinitionNode(u.Location, u.Description, u.Name, u.Directives, members),
            EnumTypeDefinitionNode e when e.Values.RemoveAll(v => isHidden($"{name}.{v.Name.Value}")) is var values =>
                values.IsEmpty ? null : new EnumTypeDefinitionNode(e.Location, e.Description, e.Name, e.Directives, values),
            InputObjectTypeDefinitionNode i when InputsOf(i.Fields, n => $"{name}.{n}") is var fields =>
                fields.IsEmpty ? null : new InputObjectTypeDefinitionNode(i.Location, i.Description, i.Name, i.Directives, fields),
            _ => type,
        };
    }

    private ImmutableArray<FieldDefinitionNode> FieldsOf(string type, ImmutableArray<FieldDefinitionNode> fields) =>
    [
        .. fields.Where(f => !isHidden($"{type}.{f.Name.Value}") && IsThere(f.Type)).Select(f => new FieldDefinitionNode(
            f.Location, f.Description, f.Name, InputsOf(f.Arguments, a => $"{type}.{f.Name.Value}({a}:)"), f.Type, f.Directives)),
    ];

    private ImmutableArray<InputValueDefinitionNode> InputsOf(ImmutableArray<InputValueDefinitionNode> inputs, Func<string, string> coordinate) =>
        inputs.RemoveAll(i => isHidden(coordinate(i.Name.Value)) || !IsThere(i.Type));

    private bool IsThere(TypeNode type) => NameOf(type) is var name && (types.ContainsKey(name) || (schema.TryGetType(name, out var known) && known.IsBuiltIn));

    private void HideInterfaces()
    {
        foreach (var (name, type) in types.ToArray())
            types[name] = type switch
            {
                ObjectTypeDefinitionNode o => new ObjectTypeDefinitionNode(o.Location, o.Description, o.Name, InterfacesOf(o), o.Directives, o.Fields),
                InterfaceTypeDefinitionNode i => new InterfaceTypeDefinitionNode(i.Location, i.Description, i.Name, InterfacesOf(i), i.Directives, i.Fields),
                _ => type,
            };
    }

    private ImmutableArray<NamedTypeNode> InterfacesOf(IHasFields type) => type.Interfaces.RemoveAll(i =>
        !types.TryGetValue(i.Name.Value, out var found) || found is not InterfaceTypeDefinitionNode shown || !shown.Fields.All(f => Shows(type, f)));

    private static bool Shows(IHasFields type, FieldDefinitionNode field) => type.Fields.Any(
        f => f.Name.Value == field.Name.Value && field.Arguments.All(a => f.Arguments.Any(b => b.Name.Value == a.Name.Value)));

    private HashSet<string> Reach()
    {
        var implementors = types.Values.Where(t => t is IHasFields).SelectMany(t => ((IHasFields)t).Interfaces, (t, i) => (i.Name.Value, t.Name.Value)).ToLookup(p => p.Item1, p => p.Item2);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(new[] { schema.QueryType, schema.MutationType, schema.SubscriptionType }.OfType<ObjectType>().Select(t => t.Name));
        foreach (var argument in others.OfType<DirectiveDefinitionNode>().SelectMany(d => d.Arguments))
            open.Push(NameOf(argument.Type));
        while (open.TryPop(out var name))
        {
            if (!types.TryGetValue(name, out var type) || !reached.Add(name))
                continue;
            foreach (var next in LeadsTo(type).Concat(implementors[name]))
                open.Push(next);
        }

        return reached;
    }

    private static IEnumerable<string> LeadsTo(TypeDefinitionNode type) => type switch
    {
        IHasFields composite => composite.Fields.SelectMany(f => f.Arguments.Select(a => NameOf(a.Type)).Prepend(NameOf(f.Type))).Concat(composite.Interfaces.Select(i => i.Name.Value)),
        UnionTypeDefinitionNode union => union.Types.Select(t => t.Name.Value),
        InputObjectTypeDefinitionNode input => input.Fields.Select(f => NameOf(f.Type)),
        _ => [],
    };

    private DefinitionNode WithRoots(DefinitionNode definition) => definition is SchemaDefinitionNode s
        ? new SchemaDefinitionNode(s.Location, s.Description, s.Directives, s.OperationTypes.RemoveAll(o => !types.ContainsKey(o.Type.Name.Value)))
        : definition;

    private static string NameOf(TypeNode type)
    {
        while (true)
        {
            switch (type)
            {
                case NonNullTypeNode nonNull:
                    type = nonNull.Type;
                    break;
                case ListTypeNode list:
                    type = list.Type;
                    break;
                default:
                    return ((NamedTypeNode)type).Name.Value;
            }
        }
    }
}
