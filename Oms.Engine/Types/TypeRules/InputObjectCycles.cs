using Oms.Engine.Language;

namespace Oms.Engine.Types.TypeRules;

/// <summary>No input object needs a value of itself to be complete (spec 3.10).</summary>
internal static class InputObjectCycles
{
    public static void Check(Schema schema, SchemaErrorList errors)
    {
        var search = new CycleSearch<InputObjectType>(RequiredInputObjects);
        foreach (var type in schema.Types.AsImmutableArray().OfType<InputObjectType>())
        {
            foreach (var cycle in search.From(type))
            {
                SyntaxNode?[] nodes = [.. cycle.Select(f => f.DefinitionNode)];
                var path = string.Join(", ", cycle.Select(f => f.Coordinate));
                errors.Add($"Input object {cycle[0].DeclaringMember.Name} refers to itself through fields that cannot be null: {path}.", cycle[0], nodes);
            }
        }
    }

    private static IEnumerable<(InputValueDefinition Field, InputObjectType Target)> RequiredInputObjects(InputObjectType type)
    {
        foreach (var field in type.Fields)
        {
            if (field.Type is NonNullType { Type: InputObjectType target })
                yield return (field, target);
        }
    }
}
