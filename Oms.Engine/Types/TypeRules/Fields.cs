namespace Oms.Engine.Types.TypeRules;

/// <summary>Fields of object types and interfaces (spec 3.6, 3.7).</summary>
internal static class Fields
{
    public static void Check(ComplexType type, SchemaErrorList errors)
    {
        NonEmpty.Check(type, type.Fields.Count == 0, "fields", errors);
        foreach (var field in type.Fields)
        {
            ReservedNames.Check(field, field.DefinitionNode, errors);
            if (!field.Type.IsOutputType)
                errors.Add($"The type of {field.Coordinate} must be an output type, which {field.Type} is not.", field, field.DefinitionNode?.Type);
            foreach (var argument in field.Arguments)
                InputValues.Check(argument, errors);
        }
    }
}
