using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>
/// Goes through a syntax tree depth first, in source order. It recurses as deep as the tree, which the parser bounds; it does not follow
/// fragment spreads.
/// </summary>
public abstract class SyntaxWalker
{
    /// <summary>Goes through a node and everything in it.</summary>
    /// <param name="node">The node.</param>
    public void Walk(SyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (!Enter(node))
            return;
        WalkChildren(node);
        Leave(node);
    }

    /// <summary>Comes to a node, before its children.</summary>
    /// <param name="node">The node.</param>
    /// <returns>Whether to go through its children, and then to <see cref="Leave"/> it.</returns>
    protected virtual bool Enter(SyntaxNode node) => true;

    /// <summary>Goes from a node, after its children.</summary>
    /// <param name="node">The node.</param>
    protected virtual void Leave(SyntaxNode node)
    {
    }

    private void WalkChildren(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode n: WalkAll(n.Definitions); break;
            case OperationDefinitionNode n: WalkParts(n.Description, n.Name, n.VariableDefinitions, n.Directives, n.SelectionSet); break;
            case FragmentDefinitionNode n: WalkParts(n.Description, n.Name, n.TypeCondition, n.Directives, n.SelectionSet); break;
            case SelectionSetNode n: WalkAll(n.Selections); break;
            case FieldNode n:
                WalkIfAny(n.Alias);
                Walk(n.Name);
                WalkAll(n.Arguments);
                WalkAll(n.Directives);
                WalkIfAny(n.SelectionSet);
                break;
            case FragmentSpreadNode n: WalkParts(n.Name, n.Directives); break;
            case InlineFragmentNode n:
                WalkIfAny(n.TypeCondition);
                WalkAll(n.Directives);
                Walk(n.SelectionSet);
                break;
            case ArgumentNode n: WalkParts(n.Name, n.Value); break;
            case VariableDefinitionNode n:
                WalkIfAny(n.Description);
                WalkParts(n.Variable, n.Type, n.DefaultValue, n.Directives);
                break;
            case DirectiveNode n:
                Walk(n.Name);
                WalkAll(n.Arguments);
                break;
            case VariableNode n: Walk(n.Name); break;
            case ListValueNode n: WalkAll(n.Items); break;
            case ObjectValueNode n: WalkAll(n.Fields); break;
            case ObjectFieldNode n: WalkParts(n.Name, n.Value); break;
            case NamedTypeNode n: Walk(n.Name); break;
            case ListTypeNode n: Walk(n.Type); break;
            case NonNullTypeNode n: Walk(n.Type); break;
            default: WalkTypeSystem(node); break;
        }
    }

    private void WalkTypeSystem(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode n:
                WalkIfAny(n.Description);
                WalkAll(n.Directives);
                WalkAll(n.OperationTypes);
                break;
            case SchemaExtensionNode n:
                WalkAll(n.Directives);
                WalkAll(n.OperationTypes);
                break;
            case OperationTypeDefinitionNode n: Walk(n.Type); break;
            case TypeDefinitionNode n:
                WalkIfAny(n.Description);
                WalkTypeBody(n, n.Name, n.Directives);
                break;
            case TypeExtensionNode n: WalkTypeBody(n, n.Name, n.Directives); break;
            case FieldDefinitionNode n:
                WalkIfAny(n.Description);
                Walk(n.Name);
                WalkAll(n.Arguments);
                Walk(n.Type);
                WalkAll(n.Directives);
                break;
            case InputValueDefinitionNode n:
                WalkIfAny(n.Description);
                WalkParts(n.Name, n.Type, n.DefaultValue, n.Directives);
                break;
            case EnumValueDefinitionNode n:
                WalkIfAny(n.Description);
                WalkParts(n.Name, n.Directives);
                break;
            case DirectiveDefinitionNode n:
                WalkIfAny(n.Description);
                Walk(n.Name);
                WalkAll(n.Arguments);
                WalkAll(n.Locations);
                break;
        }
    }

    private void WalkTypeBody(TypeSystemDefinitionNode node, NameNode name, ImmutableArray<DirectiveNode> directives)
    {
        Walk(name);
        if (node is IHasFields complex)
            WalkAll(complex.Interfaces);
        WalkAll(directives);
        switch (node)
        {
            case IHasFields n: WalkAll(n.Fields); break;
            case IHasInputFields n: WalkAll(n.Fields); break;
            case IHasEnumValues n: WalkAll(n.Values); break;
            case IHasMemberTypes n: WalkAll(n.Types); break;
        }
    }

    private void WalkParts(
        StringValueNode? description,
        NameNode? name,
        ImmutableArray<VariableDefinitionNode> variables,
        ImmutableArray<DirectiveNode> directives,
        SelectionSetNode selectionSet)
    {
        WalkIfAny(description);
        WalkIfAny(name);
        WalkAll(variables);
        WalkAll(directives);
        Walk(selectionSet);
    }

    private void WalkParts(
        StringValueNode? description,
        NameNode name,
        NamedTypeNode typeCondition,
        ImmutableArray<DirectiveNode> directives,
        SelectionSetNode selectionSet)
    {
        WalkIfAny(description);
        Walk(name);
        Walk(typeCondition);
        WalkAll(directives);
        Walk(selectionSet);
    }

    private void WalkParts(SyntaxNode name, TypeNode type, ValueNode? defaultValue, ImmutableArray<DirectiveNode> directives)
    {
        Walk(name);
        Walk(type);
        WalkIfAny(defaultValue);
        WalkAll(directives);
    }

    private void WalkParts(NameNode name, ImmutableArray<DirectiveNode> directives)
    {
        Walk(name);
        WalkAll(directives);
    }

    private void WalkParts(NameNode name, ValueNode value)
    {
        Walk(name);
        Walk(value);
    }

    private void WalkAll<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode
    {
        foreach (var node in nodes)
            Walk(node);
    }

    private void WalkIfAny(SyntaxNode? node)
    {
        if (node is not null)
            Walk(node);
    }
}
