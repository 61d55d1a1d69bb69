using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <content>Type-system definitions and extensions.</content>
public sealed partial class SyntaxPrinter
{
    private void WriteTypeSystem(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                WriteDescription(schema.Description);
                _output.Append("schema");
                WriteDirectives(schema.Directives);
                WriteBody(schema.OperationTypes);
                break;
            case SchemaExtensionNode schema:
                _output.Append("extend schema");
                WriteDirectives(schema.Directives);
                WriteBody(schema.OperationTypes);
                break;
            case OperationTypeDefinitionNode operationType:
                _output.Append(Keyword(operationType.Operation)).Append(": ").Append(operationType.Type.Name.Value);
                break;
            case TypeDefinitionNode type:
                WriteDescription(type.Description);
                WriteTypeDefinition(type, type.Name, type.Directives);
                break;
            case TypeExtensionNode type:
                _output.Append("extend ");
                WriteTypeDefinition(type, type.Name, type.Directives);
                break;
            case FieldDefinitionNode field: WriteFieldDefinition(field); break;
            case InputValueDefinitionNode value: WriteInputValueDefinition(value); break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                _output.Append(value.Name.Value);
                WriteDirectives(value.Directives);
                break;
            case DirectiveDefinitionNode directive: WriteDirectiveDefinition(directive); break;
            default: throw new ArgumentException($"No way to print a {node.Kind}.", nameof(node));
        }
    }

    private void WriteTypeDefinition(TypeSystemDefinitionNode node, NameNode name, ImmutableArray<DirectiveNode> directives)
    {
        _output.Append(TypeKeyword(node.Kind)).Append(' ').Append(name.Value);
        if (node is IHasFields { Interfaces.IsEmpty: false } complex)
        {
            _output.Append(" implements ");
            WriteJoined(complex.Interfaces, " & ");
        }

        WriteDirectives(directives);
        switch (node)
        {
            case IHasFields type: WriteBody(type.Fields); break;
            case IHasInputFields type: WriteBody(type.Fields); break;
            case IHasEnumValues type: WriteBody(type.Values); break;
            case IHasMemberTypes { Types.IsEmpty: false } type:
                _output.Append(" = ");
                WriteJoined(type.Types, " | ");
                break;
        }
    }

    private static string TypeKeyword(SyntaxKind kind) => kind switch
    {
        SyntaxKind.ScalarTypeDefinition or SyntaxKind.ScalarTypeExtension => "scalar",
        SyntaxKind.ObjectTypeDefinition or SyntaxKind.ObjectTypeExtension => "type",
        SyntaxKind.InterfaceTypeDefinition or SyntaxKind.InterfaceTypeExtension => "interface",
        SyntaxKind.UnionTypeDefinition or SyntaxKind.UnionTypeExtension => "union",
        SyntaxKind.EnumTypeDefinition or SyntaxKind.EnumTypeExtension => "enum",
        _ => "input",
    };

    private void WriteBody<T>(ImmutableArray<T> items)
        where T : SyntaxNode
    {
        if (items.IsEmpty)
            return;
        _output.Append(' ');
        WriteBlock(items);
    }

    private void WriteFieldDefinition(FieldDefinitionNode node)
    {
        WriteDescription(node.Description);
        _output.Append(node.Name.Value);
        WriteArgumentDefinitions(node.Arguments);
        _output.Append(": ");
        WriteType(node.Type);
        WriteDirectives(node.Directives);
    }

    private void WriteArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments) =>
        WriteItems(arguments, spread: arguments.Any(a => a.Description is not null || SpansLines(a)));

    private void WriteInputValueDefinition(InputValueDefinitionNode node)
    {
        WriteDescription(node.Description);
        _output.Append(node.Name.Value).Append(": ");
        WriteType(node.Type);
        WriteDefault(node.DefaultValue);
        WriteDirectives(node.Directives);
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode node)
    {
        WriteDescription(node.Description);
        _output.Append("directive @").Append(node.Name.Value);
        WriteArgumentDefinitions(node.Arguments);
        _output.Append(node.IsRepeatable ? " repeatable on " : " on ");
        WriteJoined(node.Locations, " | ");
    }
}
