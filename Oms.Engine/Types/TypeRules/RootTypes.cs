using Oms.Engine.Language;

namespace Oms.Engine.Types.TypeRules;

/// <summary>The root types are different types (spec 3.3.1).</summary>
internal static class RootTypes
{
    public static void Check(Schema schema, SchemaErrorList errors)
    {
        var roots = Enum.GetValues<OperationType>()
            .Select(operation => (Operation: operation, Type: schema.GetRootType(operation)))
            .Where(root => root.Type is not null)
            .GroupBy(root => root.Type!);
        foreach (var root in roots.Where(r => r.Count() > 1))
        {
            SyntaxNode?[] nodes = [.. root.Select(r => FindNode(schema, r.Operation))];
            var operations = string.Join(" and ", root.Select(r => r.Operation.ToString().ToLowerInvariant()));
            errors.Add($"All root types must be different, but {root.Key.Name} is the {operations} root type.", root.Key, nodes);
        }
    }

    private static NamedTypeNode? FindNode(Schema schema, OperationType operation)
    {
        IEnumerable<IHasOperationTypes> parts = schema.DefinitionNode is { } definition
            ? [definition, .. schema.ExtensionNodes]
            : schema.ExtensionNodes;
        return parts.SelectMany(p => p.OperationTypes).FirstOrDefault(t => t.Operation == operation)?.Type;
    }
}
