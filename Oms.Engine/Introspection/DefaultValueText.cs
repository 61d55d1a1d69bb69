using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Introspection;

/// <summary>
/// Default values as introspection shows them (spec 4.2.7): as they are written, but with the fields of input objects in the order of their
/// type, so that two schemas that say the same show the same.
/// </summary>
internal static class DefaultValueText
{
    /// <summary>The default of an argument or input field; null for none.</summary>
    public static string? Of(InputValueDefinition definition) =>
        definition.DefaultValue is { } value ? SyntaxPrinter.Print(Order(value, definition.Type)) : null;

    // Recurses as deep as the literal, which the parser bounds.
    private static ValueNode Order(ValueNode value, IType type) => value switch
    {
        ListValueNode list when type.NullableType.ItemType is { } item => new ListValueNode(list.Location, [.. list.Items.Select(v => Order(v, item))]),
        ObjectValueNode fields when type.NamedType is InputObjectType inputObject => new ObjectValueNode(fields.Location, [.. fields.Fields
            .OrderBy(f => inputObject.Fields.TryGetValue(f.Name.Value, out var field) ? field.Index : int.MaxValue)
            .Select(f => inputObject.Fields.TryGetValue(f.Name.Value, out var field) ? new ObjectFieldNode(f.Location, f.Name, Order(f.Value, field.Type)) : f)]),
        _ => value,
    };
}
