using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>
/// Makes the types of a schema from documents that follow the document rules. Types come first, then what refers to them. What cannot
/// be put into the model, such as a union in a union, is reported here; everything else is left to the type rules.
/// </summary>
internal sealed partial class SchemaAssembly(SchemaDocument document, SchemaBuilderOptions options)
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinition> _directives = new(StringComparer.Ordinal);
    private readonly HashSet<string> _referenced = [.. document.TypeDefinitions.Select(d => d.Name.Value)];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ImmutableArray<SchemaError>.Builder _errors = ImmutableArray.CreateBuilder<SchemaError>();

    public Schema Assemble(out ImmutableArray<SchemaError> errors)
    {
        List<(NamedType Type, TypeDefinitionNode Node)> own = [.. Declare(document.TypeDefinitions.Where(IsNotBuiltIn), isBuiltIn: false)];
        List<(NamedType Type, TypeDefinitionNode Node)> added = [.. Declare(document.DefaultTypes, isBuiltIn: false)];
        var builtInNodes = (options.EnableOptInFeatures ? BuiltInDefinitions.OptInTypes : BuiltInDefinitions.Types).Definitions.Cast<TypeDefinitionNode>();
        List<(NamedType Type, TypeDefinitionNode Node)> builtIn = [.. Declare(builtInNodes, isBuiltIn: true)];
        var metaFields = (ObjectType)_types[BuiltInDefinitions.MetaFieldsType];
        _types.Remove(BuiltInDefinitions.MetaFieldsType);
        DeclareDirectives();

        foreach (var (type, node) in own.Concat(added).Concat(builtIn))
            Define(type, node);
        var types = new MemberCollection<NamedType>(own.Concat(added).Concat(builtIn.SkipLast(1)).Select(t => t.Type).Where(IsInSchema));
        for (var i = 0; i < types.Count; i++)
            types[i].Index = i;
        LinkPossibleTypes(types);

        var schema = new Schema(types, new MemberCollection<DirectiveDefinition>(_directives.Values));
        DefineSchema(schema);
        DefineMetaFields(schema, metaFields);
        errors = _errors.ToImmutable();
        return schema;
    }

    // A specified scalar that nothing refers to is no part of the schema (spec 3.5).
    private bool IsInSchema(NamedType type) => type is not ScalarType { IsBuiltIn: true } || _referenced.Contains(type.Name);

    private static bool IsNotBuiltIn(TypeDefinitionNode node) => !BuiltInDefinitions.TypeNames.Contains(node.Name.Value);

    private IEnumerable<(NamedType Type, TypeDefinitionNode Node)> Declare(IEnumerable<TypeDefinitionNode> nodes, bool isBuiltIn)
    {
        foreach (var node in nodes)
        {
            var type = Create(node);
            type.IsBuiltIn = isBuiltIn;
            _types.Add(type.Name, type);
            yield return (type, node);
        }
    }

    private NamedType Create(TypeDefinitionNode node)
    {
        var name = Intern(node.Name.Value);
        return node.Kind switch
        {
            SyntaxKind.ScalarTypeDefinition => new ScalarType(name, CoercionOf(name)),
            SyntaxKind.ObjectTypeDefinition => new ObjectType(name),
            SyntaxKind.InterfaceTypeDefinition => new InterfaceType(name),
            SyntaxKind.UnionTypeDefinition => new UnionType(name),
            SyntaxKind.EnumTypeDefinition => new EnumType(name),
            _ => new InputObjectType(name),
        };
    }

    private ScalarCoercion CoercionOf(string name) =>
        ScalarCoercion.Specified.TryGetValue(name, out var specified) ? specified
        : options.ScalarCoercions.TryGetValue(name, out var known) ? known
        : ScalarCoercion.Any;

    private void DeclareDirectives()
    {
        var own = document.DirectiveDefinitions;
        var specified = BuiltInDefinitions.Directives.Definitions.Cast<DirectiveDefinitionNode>().Select(d => d.Name.Value).ToHashSet();
        var nodes = own.Concat(document.DefaultDirectives).ToList();
        foreach (var node in nodes)
        {
            var directive = new DirectiveDefinition(Intern(node.Name.Value)) { IsSpecified = specified.Contains(node.Name.Value) };
            _directives.Add(directive.Name, directive);
        }

        foreach (var node in nodes)
            Define(_directives[node.Name.Value], node);
    }

    private void Define(DirectiveDefinition directive, DirectiveDefinitionNode node)
    {
        directive.Description = node.Description?.Value;
        directive.DefinitionNode = node.Location.IsNone ? null : node;
        directive.IsRepeatable = node.IsRepeatable;
        directive.LocationNames = [.. node.Locations.Select(l => l.Value)];
        foreach (var name in directive.LocationNames)
        {
            DirectiveLocationNames.TryParse(name, out var location);
            directive.Locations |= location;
        }

        directive.Arguments = InputValues(directive, node.Arguments);
    }

    private void Define(NamedType type, TypeDefinitionNode node)
    {
        ImmutableArray<TypeExtensionNode> extensions = [.. document.TypeExtensions[type.Name]];
        type.Description = node.Description?.Value;
        type.DefinitionNode = type.IsBuiltIn ? null : node;
        type.ExtensionNodes = extensions;
        type.Directives = Apply(node.Directives.AddRange(extensions.SelectMany(e => e.Directives)), type);
        List<DefinitionNode> parts = [node, .. extensions];
        switch (type)
        {
            case ScalarType scalar:
                scalar.SpecifiedByUrl = scalar.FindDirective("specifiedBy")?.GetString("url");
                break;
            case ComplexType complex:
                DefineFields(complex, parts);
                break;
            case UnionType union:
                DefineMembers(union, parts);
                break;
            case EnumType enumType:
                enumType.Values = new MemberCollection<EnumValue>(
                    parts.Cast<IHasEnumValues>().SelectMany(p => p.Values).Select((v, i) => EnumValueOf(enumType, v, i)));
                break;
            case InputObjectType input:
                input.IsOneOf = input.FindDirective("oneOf") is not null;
                input.Fields = InputValues(input, parts.Cast<IHasInputFields>().SelectMany(p => p.Fields));
                break;
        }
    }

    private void DefineFields(ComplexType type, List<DefinitionNode> parts)
    {
        type.Fields = new MemberCollection<FieldDefinition>(
            parts.Cast<IHasFields>().SelectMany(p => p.Fields).Select((f, i) => FieldOf(type, f, i)));
        var interfaces = ImmutableArray.CreateBuilder<InterfaceType>();
        foreach (var references in parts.Cast<IHasFields>().SelectMany(p => p.Interfaces).GroupBy(i => i.Name.Value, StringComparer.Ordinal))
        {
            SyntaxNode[] nodes = [.. references];
            var named = _types[references.Key];
            if (named is InterfaceType implemented)
                interfaces.Add(implemented);
            else
                Report($"Type {type.Name} can only implement interfaces, which {named.Name} is not.", type, nodes);
            if (nodes.Length > 1)
                Report($"Type {type.Name} can only implement {named.Name} once.", type, nodes);
        }

        type.Interfaces = interfaces.DrainToImmutable();
    }

    private void DefineMembers(UnionType union, List<DefinitionNode> parts)
    {
        var members = ImmutableArray.CreateBuilder<ObjectType>();
        foreach (var references in parts.Cast<IHasMemberTypes>().SelectMany(p => p.Types).GroupBy(t => t.Name.Value, StringComparer.Ordinal))
        {
            SyntaxNode[] nodes = [.. references];
            var named = _types[references.Key];
            if (named is ObjectType member)
                members.Add(member);
            else
                Report($"Union {union.Name} can only include object types, which {named.Name} is not.", union, nodes);
            if (nodes.Length > 1)
                Report($"Union {union.Name} can only include {named.Name} once.", union, nodes);
        }

        _members[union] = members.DrainToImmutable();
    }

    private void Report(string message, TypeSystemMember? member, params ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = ImmutableArray.CreateBuilder<Location>(nodes.Length);
        foreach (var node in nodes)
            locations.Add(node.Location);
        _errors.Add(new SchemaError(SchemaErrorPhase.TypeSystem, message, locations.DrainToImmutable(), member?.Coordinate));
    }

    private string Intern(string name)
    {
        if (_names.TryGetValue(name, out var known))
            return known;
        _names.Add(name, name);
        return name;
    }
}
