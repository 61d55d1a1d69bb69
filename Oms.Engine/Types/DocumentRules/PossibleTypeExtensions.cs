using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>An extension extends a type of its own kind that the documents define (spec 3.4.3).</summary>
internal sealed class PossibleTypeExtensions : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        var defined = new Dictionary<string, TypeDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in context.Document.DefaultTypes.Concat(context.Document.TypeDefinitions))
            defined[definition.Name.Value] = definition;
        foreach (var extension in context.Document.Definitions.OfType<TypeExtensionNode>())
        {
            var name = extension.Name.Value;
            if (!defined.TryGetValue(name, out var definition))
                context.Report(this, $"Cannot extend type \"{name}\" because it is not defined.", null, extension.Name);
            else if (ExtensionOf(definition.Kind) != extension.Kind)
                context.Report(this, $"Cannot extend type \"{name}\" as another kind than it has.", name, definition, extension);
        }
    }

    private static SyntaxKind ExtensionOf(SyntaxKind definition) => definition switch
    {
        SyntaxKind.ScalarTypeDefinition => SyntaxKind.ScalarTypeExtension,
        SyntaxKind.ObjectTypeDefinition => SyntaxKind.ObjectTypeExtension,
        SyntaxKind.InterfaceTypeDefinition => SyntaxKind.InterfaceTypeExtension,
        SyntaxKind.UnionTypeDefinition => SyntaxKind.UnionTypeExtension,
        SyntaxKind.EnumTypeDefinition => SyntaxKind.EnumTypeExtension,
        _ => SyntaxKind.InputObjectTypeExtension,
    };
}
