using Oms.Engine.Language;

namespace Oms.Engine.Types.TypeRules;

/// <summary>Types that consist of parts have at least one (spec 3.6, 3.8, 3.9, 3.10).</summary>
internal static class NonEmpty
{
    public static void Check(NamedType type, bool isEmpty, string parts, SchemaErrorList errors)
    {
        if (!isEmpty)
            return;
        SyntaxNode?[] nodes = [type.DefinitionNode, .. type.ExtensionNodes];
        errors.Add($"Type {type.Name} must define one or more {parts}.", type, nodes);
    }
}
