using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>
/// Makes definitions that break document rules into ones a schema can be made of, as graphql-js reads them when it is told that a schema is good:
/// of what is defined twice the last counts, at the place of the first. Directives and extensions of nothing are left out; a type that nobody
/// defines is a scalar of that name.
/// </summary>
internal sealed class LenientDocument
{
    private readonly HashSet<string> directives;
    private readonly Dictionary<string, Type> kinds;
    private readonly Dictionary<string, HashSet<string>> taken = new(StringComparer.Ordinal);

    private LenientDocument(SchemaDocument document)
    {
        directives = [.. document.DirectiveDefinitions.Concat(document.DefaultDirectives).Select(d => d.Name.Value)];
        kinds = document.TypeDefinitions.Concat(document.DefaultTypes).DistinctBy(d => d.Name.Value).ToDictionary(d => d.Name.Value, d => d.GetType(), StringComparer.Ordinal);
    }

    /// <summary>The definitions made usable.</summary>
    /// <param name="document">The definitions as they are.</param>
    /// <returns>Definitions that a <see cref="SchemaAssembly"/> takes.</returns>
    public static IReadOnlyList<DefinitionNode> Of(SchemaDocument document)
    {
        var lenient = new LenientDocument(document);
        var known = lenient.kinds.Keys.Concat(BuiltInDefinitions.TypeNames).ToHashSet(StringComparer.Ordinal);
        var missing = new DocumentRules.SchemaDocumentIndex(document).TypeReferences.Select(r => r.Name).DistinctBy(n => n.Value).Where(n => !known.Contains(n.Value));
        return
        [
            .. LastOfEach(document.TypeDefinitions, d => d.Name.Value).Select(lenient.Usable),
            .. LastOfEach(document.DirectiveDefinitions, d => d.Name.Value).Select(d => new DirectiveDefinitionNode(
                d.Location, d.Description, d.Name, lenient.Inputs(d.Arguments), d.IsRepeatable, d.Locations)),
            .. document.TypeExtensions.SelectMany(e => e).Where(lenient.Extends).Select(lenient.Usable),
            .. document.SchemaDefinitions.Take(1).Select(s => new SchemaDefinitionNode(s.Location, s.Description, lenient.Known(s.Directives), Roots(s.OperationTypes))),
            .. document.SchemaExtensions.Select(s => new SchemaExtensionNode(s.Location, lenient.Known(s.Directives), Roots(s.OperationTypes))),
            .. missing.Select(n => new ScalarTypeDefinitionNode(n.Location, null, n, [])),
        ];
    }

    private static ImmutableArray<OperationTypeDefinitionNode> Roots(ImmutableArray<OperationTypeDefinitionNode> roots) => [.. LastOfEach(roots, r => r.Operation)];

    private static IEnumerable<T> LastOfEach<T, TKey>(IEnumerable<T> items, Func<T, TKey> key)
        where TKey : notnull => items.GroupBy(key).Select(g => g.Last());

    private bool Extends(TypeExtensionNode extension) => kinds.TryGetValue(extension.Name.Value, out var kind) && extension switch
    {
        ObjectTypeExtensionNode => kind == typeof(ObjectTypeDefinitionNode),
        InterfaceTypeExtensionNode => kind == typeof(InterfaceTypeDefinitionNode),
        UnionTypeExtensionNode => kind == typeof(UnionTypeDefinitionNode),
        EnumTypeExtensionNode => kind == typeof(EnumTypeDefinitionNode),
        InputObjectTypeExtensionNode => kind == typeof(InputObjectTypeDefinitionNode),
        _ => kind == typeof(ScalarTypeDefinitionNode),
    };

    private DefinitionNode Usable(DefinitionNode definition) => definition switch
    {
        ObjectTypeDefinitionNode t => new ObjectTypeDefinitionNode(t.Location, t.Description, t.Name, t.Interfaces, Known(t.Directives), Fields(t.Name, t.Fields)),
        ObjectTypeExtensionNode t => new ObjectTypeExtensionNode(t.Location, t.Name, t.Interfaces, Known(t.Directives), Fields(t.Name, t.Fields)),
        InterfaceTypeDefinitionNode t => new InterfaceTypeDefinitionNode(t.Location, t.Description, t.Name, t.Interfaces, Known(t.Directives), Fields(t.Name, t.Fields)),
        InterfaceTypeExtensionNode t => new InterfaceTypeExtensionNode(t.Location, t.Name, t.Interfaces, Known(t.Directives), Fields(t.Name, t.Fields)),
        UnionTypeDefinitionNode t => new UnionTypeDefinitionNode(t.Location, t.Description, t.Name, Known(t.Directives), t.Types),
        UnionTypeExtensionNode t => new UnionTypeExtensionNode(t.Location, t.Name, Known(t.Directives), t.Types),
        EnumTypeDefinitionNode t => new EnumTypeDefinitionNode(t.Location, t.Description, t.Name, Known(t.Directives), Values(t.Name, t.Values)),
        EnumTypeExtensionNode t => new EnumTypeExtensionNode(t.Location, t.Name, Known(t.Directives), Values(t.Name, t.Values)),
        InputObjectTypeDefinitionNode t => new InputObjectTypeDefinitionNode(t.Location, t.Description, t.Name, Known(t.Directives), New(t.Name, Inputs(t.Fields), f => f.Name)),
        InputObjectTypeExtensionNode t => new InputObjectTypeExtensionNode(t.Location, t.Name, Known(t.Directives), New(t.Name, Inputs(t.Fields), f => f.Name)),
        ScalarTypeDefinitionNode t => new ScalarTypeDefinitionNode(t.Location, t.Description, t.Name, Known(t.Directives)),
        ScalarTypeExtensionNode t => new ScalarTypeExtensionNode(t.Location, t.Name, Known(t.Directives)),
        _ => definition,
    };

    private ImmutableArray<FieldDefinitionNode> Fields(NameNode type, ImmutableArray<FieldDefinitionNode> fields) => New(
        type,
        LastOfEach(fields, f => f.Name.Value).Select(f => new FieldDefinitionNode(f.Location, f.Description, f.Name, Inputs(f.Arguments), f.Type, Known(f.Directives))),
        f => f.Name);

    private ImmutableArray<EnumValueDefinitionNode> Values(NameNode type, ImmutableArray<EnumValueDefinitionNode> values) => New(
        type, LastOfEach(values, v => v.Name.Value).Select(v => new EnumValueDefinitionNode(v.Location, v.Description, v.Name, Known(v.Directives))), v => v.Name);

    private ImmutableArray<InputValueDefinitionNode> Inputs(ImmutableArray<InputValueDefinitionNode> inputs) =>
    [
        .. LastOfEach(inputs, i => i.Name.Value).Select(i => new InputValueDefinitionNode(i.Location, i.Description, i.Name, i.Type, i.DefaultValue, Known(i.Directives))),
    ];

    // What an extension says again was said by the type or an extension before it.
    private ImmutableArray<T> New<T>(NameNode type, IEnumerable<T> members, Func<T, NameNode> name)
    {
        if (!taken.TryGetValue(type.Value, out var names))
            taken[type.Value] = names = new HashSet<string>(StringComparer.Ordinal);
        return [.. members.Where(m => names.Add(name(m).Value))];
    }

    private ImmutableArray<DirectiveNode> Known(ImmutableArray<DirectiveNode> applied) => applied.RemoveAll(d => !directives.Contains(d.Name.Value));
}
