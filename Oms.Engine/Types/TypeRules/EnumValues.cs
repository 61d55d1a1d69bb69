namespace Oms.Engine.Types.TypeRules;

/// <summary>Values of enums (spec 3.9).</summary>
internal static class EnumValues
{
    public static void Check(EnumType type, SchemaErrorList errors)
    {
        NonEmpty.Check(type, type.Values.Count == 0, "values", errors);
        foreach (var value in type.Values)
            ReservedNames.Check(value, value.DefinitionNode, errors);
    }
}
