namespace Oms.Engine.Types.TypeRules;

/// <summary>Arguments and input fields: an input type, required ones not deprecated, a default that fits (spec 3.6.1, 3.10, 3.13.3).</summary>
internal static class InputValues
{
    public static void Check(InputValueDefinition value, SchemaErrorList errors)
    {
        var node = value.DefinitionNode;
        ReservedNames.Check(value, node, errors);
        if (!value.Type.IsInputType)
        {
            errors.Add($"The type of {value.Coordinate} must be an input type, which {value.Type} is not.", value, node?.Type);
            return;
        }

        if (value is { IsRequired: true, IsDeprecated: true })
            errors.Add($"Required {KindOf(value)} {value.Coordinate} cannot be deprecated.", value, value.FindDirective("deprecated")?.Node, node?.Type);
        if (value.DefaultValue is { } defaultValue)
        {
            InputLiteral.Validate(defaultValue, value.Type, (message, at) =>
                errors.Add($"{value.Coordinate} has an invalid default value: {message}", value, at));
        }
    }

    private static string KindOf(InputValueDefinition value) => value.DeclaringMember is InputObjectType ? "input field" : "argument";
}
