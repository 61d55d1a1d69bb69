namespace Oms.Engine.Types.TypeRules;

/// <summary>Fields of input objects; those of a oneOf input object are nullable and have no default (spec 3.10, 3.10.1).</summary>
internal static class InputFields
{
    public static void Check(InputObjectType type, SchemaErrorList errors)
    {
        NonEmpty.Check(type, type.Fields.Count == 0, "fields", errors);
        foreach (var field in type.Fields)
        {
            InputValues.Check(field, errors);
            if (type.IsOneOf && field.Type.IsNonNull)
                errors.Add($"OneOf input field {field.Coordinate} must be nullable.", field, field.DefinitionNode?.Type);
            if (type.IsOneOf && field.DefaultValue is not null)
                errors.Add($"OneOf input field {field.Coordinate} cannot have a default value.", field, field.DefinitionNode);
        }
    }
}
