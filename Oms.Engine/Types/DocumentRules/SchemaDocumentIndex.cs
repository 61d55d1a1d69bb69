using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>What several rules look for, gathered by one walk: directives, type references, object literals, argument lists.</summary>
internal sealed class SchemaDocumentIndex : SyntaxWalker
{
    private readonly Stack<SyntaxNode> _owners = new();

    public SchemaDocumentIndex(SchemaDocument document)
    {
        foreach (var definition in document.Definitions)
            Walk(definition);
    }

    public List<DirectiveSite> DirectiveSites { get; } = [];

    public List<NamedTypeNode> TypeReferences { get; } = [];

    public List<ObjectValueNode> ObjectValues { get; } = [];

    public List<FieldNode> Fields { get; } = [];

    public IEnumerable<DirectiveNode> Directives => DirectiveSites.SelectMany(site => site.Directives);

    protected override bool Enter(SyntaxNode node)
    {
        if (node is IHasDirectives { Directives.IsEmpty: false } site)
            DirectiveSites.Add(new DirectiveSite(node, LocationOf(node), site.Directives));
        switch (node)
        {
            case NamedTypeNode type: TypeReferences.Add(type); return false;
            case ObjectValueNode value: ObjectValues.Add(value); break;
            case FieldNode field: Fields.Add(field); break;
        }

        _owners.Push(node);
        return true;
    }

    protected override void Leave(SyntaxNode node) => _owners.Pop();

    private DirectiveLocations LocationOf(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.OperationDefinition => ((OperationDefinitionNode)node).Operation switch
        {
            OperationType.Query => DirectiveLocations.Query,
            OperationType.Mutation => DirectiveLocations.Mutation,
            _ => DirectiveLocations.Subscription,
        },
        SyntaxKind.Field => DirectiveLocations.Field,
        SyntaxKind.FragmentDefinition => DirectiveLocations.FragmentDefinition,
        SyntaxKind.FragmentSpread => DirectiveLocations.FragmentSpread,
        SyntaxKind.InlineFragment => DirectiveLocations.InlineFragment,
        SyntaxKind.VariableDefinition => DirectiveLocations.VariableDefinition,
        SyntaxKind.SchemaDefinition or SyntaxKind.SchemaExtension => DirectiveLocations.Schema,
        SyntaxKind.ScalarTypeDefinition or SyntaxKind.ScalarTypeExtension => DirectiveLocations.Scalar,
        SyntaxKind.ObjectTypeDefinition or SyntaxKind.ObjectTypeExtension => DirectiveLocations.Object,
        SyntaxKind.FieldDefinition => DirectiveLocations.FieldDefinition,
        SyntaxKind.InputValueDefinition => _owners.Peek() is IHasInputFields
            ? DirectiveLocations.InputFieldDefinition
            : DirectiveLocations.ArgumentDefinition,
        SyntaxKind.InterfaceTypeDefinition or SyntaxKind.InterfaceTypeExtension => DirectiveLocations.Interface,
        SyntaxKind.UnionTypeDefinition or SyntaxKind.UnionTypeExtension => DirectiveLocations.Union,
        SyntaxKind.EnumTypeDefinition or SyntaxKind.EnumTypeExtension => DirectiveLocations.Enum,
        SyntaxKind.EnumValueDefinition => DirectiveLocations.EnumValue,
        SyntaxKind.InputObjectTypeDefinition or SyntaxKind.InputObjectTypeExtension => DirectiveLocations.InputObject,
        _ => throw new InvalidOperationException($"Directives on a {node.Kind}."),
    };
}
