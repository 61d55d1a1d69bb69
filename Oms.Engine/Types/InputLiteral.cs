using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Whether constant literals are values of input types (spec 5.6.1 and the input coercion of each kind of type).</summary>
internal static class InputLiteral
{
    private const int MaxShownLength = 100;

    /// <summary>Reports everything in a constant literal that is no value of a type. Recurses as deep as the literal is nested.</summary>
    /// <param name="literal">The literal, without variables.</param>
    /// <param name="type">The input type.</param>
    /// <param name="report">Takes what is wrong and the place.</param>
    public static void Validate(ValueNode literal, IType type, Action<string, SyntaxNode> report)
    {
        if (literal is NullValueNode)
        {
            if (type.IsNonNull)
                report($"Expected a value of non-null type {type}, found null.", literal);
            return;
        }

        switch (type.NullableType)
        {
            case ListType list when literal is ListValueNode items:
                foreach (var item in items.Items)
                    Validate(item, list.ItemType, report);
                break;
            case ListType list:
                Validate(literal, list.ItemType, report);
                break;
            case InputObjectType inputObject when literal is ObjectValueNode value:
                ValidateObject(value, inputObject, report);
                break;
            case ScalarType scalar when scalar.Coercion.TryParseLiteral(literal, out _):
            case EnumType enumType when literal is EnumValueNode name && enumType.Values.Contains(name.Value):
                break;
            default:
                report($"Expected a value of type {type.NullableType}, found {Show(literal)}.", literal);
                break;
        }
    }

    private static void ValidateObject(ObjectValueNode value, InputObjectType type, Action<string, SyntaxNode> report)
    {
        foreach (var given in value.Fields)
        {
            if (type.Fields.TryGetValue(given.Name.Value, out var field))
                Validate(given.Value, field.Type, report);
            else
                report($"Expected a value of type {type.Name}, which has no field \"{given.Name.Value}\".", given);
        }

        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !value.Fields.Any(f => f.Name.Value == field.Name))
                report($"Expected a value of type {type.Name} with the required field \"{field.Name}\", found {Show(value)}.", value);
        }

        if (type.IsOneOf && (value.Fields.Length != 1 || value.Fields[0].Value is NullValueNode))
            report($"Expected exactly one field, and not null, for oneOf input object {type.Name}, found {Show(value)}.", value);
    }

    private static string Show(ValueNode literal)
    {
        var text = literal.ToString();
        return text.Length > MaxShownLength ? text[..MaxShownLength] + "…" : text;
    }
}
