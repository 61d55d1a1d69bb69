using Oms.Engine.Language;

namespace Oms.Engine.Types.TypeRules;

/// <summary>No default of an input field needs itself to be complete (spec 3.10, InputObjectDefaultValueHasCycle).</summary>
internal static class DefaultValueCycles
{
    public static void Check(Schema schema, SchemaErrorList errors)
    {
        var search = new CycleSearch<InputValueDefinition>(FieldsNeededBy);
        foreach (var field in schema.Types.AsImmutableArray().OfType<InputObjectType>().SelectMany(t => t.Fields.AsImmutableArray()).Where(HasObjectDefault))
        {
            foreach (var cycle in search.From(field))
            {
                SyntaxNode?[] nodes = [.. cycle.Select(f => f.DefaultValue)];
                var path = string.Join(", ", cycle.Select(f => f.Coordinate));
                errors.Add($"The default of input field {cycle[^1].Coordinate} needs itself, by way of: {path}.", cycle[^1], nodes);
            }
        }
    }

    private static bool HasObjectDefault(InputValueDefinition field) =>
        field.DefaultValue is not null && field.Type.NamedType is InputObjectType;

    /// <summary>The fields whose defaults complete the default of a field.</summary>
    private static List<(InputValueDefinition Field, InputValueDefinition Target)> FieldsNeededBy(InputValueDefinition field)
    {
        var needed = new List<(InputValueDefinition, InputValueDefinition)>();
        AddNeeded((InputObjectType)field.Type.NamedType, field.DefaultValue!, needed);
        return needed;
    }

    // Recurses as deep as the literal is nested, which the parser bounds.
    private static void AddNeeded(InputObjectType type, ValueNode literal, List<(InputValueDefinition, InputValueDefinition)> needed)
    {
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Items)
                AddNeeded(type, item, needed);
            return;
        }

        if (literal is not ObjectValueNode value)
            return;
        foreach (var field in type.Fields)
        {
            if (field.Type.NamedType is not InputObjectType fieldType)
                continue;
            if (value.Fields.FirstOrDefault(f => f.Name.Value == field.Name) is { } given)
                AddNeeded(fieldType, given.Value, needed);
            else if (field.DefaultValue is not null)
                needed.Add((field, field));
        }
    }
}
