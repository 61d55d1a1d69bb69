using System.Collections.Immutable;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation;

/// <summary>Visits the type references and directives of a type-system definition that stands in an executable document, where it may not.</summary>
/// <param name="onType">Told of each type reference.</param>
/// <param name="onDirectives">Told of each place with its directives.</param>
internal readonly struct TypeSystemWalk(Action<NamedTypeNode> onType, Action<ImmutableArray<DirectiveNode>, DirectiveLocations> onDirectives)
{
    public void Walk(DefinitionNode definition)
    {
        if (definition is IHasDirectives owner)
            onDirectives(owner.Directives, LocationOf(definition.Kind));
        if (definition is IHasOperationTypes roots)
        {
            foreach (var root in roots.OperationTypes)
                onType(root.Type);
        }

        Members(definition);
    }

    private void Members(DefinitionNode definition)
    {
        switch (definition)
        {
            case IHasFields type:
                Fields(type);
                break;
            case IHasInputFields type:
                InputValues(type.Fields, DirectiveLocations.InputFieldDefinition);
                break;
            case IHasEnumValues type:
                foreach (var value in type.Values)
                    onDirectives(value.Directives, DirectiveLocations.EnumValue);
                break;
            case IHasMemberTypes type:
                foreach (var member in type.Types)
                    onType(member);
                break;
            case DirectiveDefinitionNode directive:
                InputValues(directive.Arguments, DirectiveLocations.ArgumentDefinition);
                break;
        }
    }

    private void Fields(IHasFields type)
    {
        foreach (var implemented in type.Interfaces)
            onType(implemented);
        foreach (var field in type.Fields)
        {
            InputValues(field.Arguments, DirectiveLocations.ArgumentDefinition);
            onType(NameOf(field.Type));
            onDirectives(field.Directives, DirectiveLocations.FieldDefinition);
        }
    }

    private void InputValues(ImmutableArray<InputValueDefinitionNode> values, DirectiveLocations location)
    {
        foreach (var value in values)
        {
            onType(NameOf(value.Type));
            onDirectives(value.Directives, location);
        }
    }

    private static NamedTypeNode NameOf(TypeNode type)
    {
        while (type is not NamedTypeNode)
            type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;
        return (NamedTypeNode)type;
    }

    private static DirectiveLocations LocationOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.ScalarTypeDefinition or SyntaxKind.ScalarTypeExtension => DirectiveLocations.Scalar,
        SyntaxKind.ObjectTypeDefinition or SyntaxKind.ObjectTypeExtension => DirectiveLocations.Object,
        SyntaxKind.InterfaceTypeDefinition or SyntaxKind.InterfaceTypeExtension => DirectiveLocations.Interface,
        SyntaxKind.UnionTypeDefinition or SyntaxKind.UnionTypeExtension => DirectiveLocations.Union,
        SyntaxKind.EnumTypeDefinition or SyntaxKind.EnumTypeExtension => DirectiveLocations.Enum,
        SyntaxKind.InputObjectTypeDefinition or SyntaxKind.InputObjectTypeExtension => DirectiveLocations.InputObject,
        _ => DirectiveLocations.Schema,
    };
}
