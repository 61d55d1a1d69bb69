using System.Text;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Merging;

/// <summary>Compares two fields of one response name by themselves (spec 5.3.2): by name, arguments and the shape of their type.</summary>
internal sealed class FieldComparison
{
    private readonly Dictionary<ValueNode, string> _canonical = [];

    public bool IsSameField(SelectedField a, SelectedField b) =>
        a.Node.Name.Value == b.Node.Name.Value && HasSameArguments(a.Node, b.Node);

    public bool HasSameArguments(FieldNode a, FieldNode b)
    {
        if (a.Arguments.Length != b.Arguments.Length)
            return false;
        if (a.Arguments.IsEmpty)
            return true;
        foreach (var argument in a.Arguments)
        {
            if (Find(b, argument.Name.Value) is not { } other || Canonical(argument.Value) != Canonical(other))
                return false;
        }

        return true;
    }

    /// <summary>Whether values of two types cannot stand at the same place of a response.</summary>
    /// <param name="a">The type of one field; null when it is not known, which conflicts with nothing.</param>
    /// <param name="b">The type of the other.</param>
    public static bool HaveDifferentShapes(IType? a, IType? b)
    {
        if (a is null || b is null)
            return false;
        while (a.IsNonNull == b.IsNonNull && a.ItemType is { } itemA && b.ItemType is { } itemB)
            (a, b) = (itemA, itemB);
        if (a.IsNonNull != b.IsNonNull || a.ItemType is not null || b.ItemType is not null)
            return true;
        return (a.NamedType.IsLeafType || b.NamedType.IsLeafType) && !ReferenceEquals(a.NamedType, b.NamedType);
    }

    // The last of several arguments of one name; that there are several is another rule's matter.
    private static ValueNode? Find(FieldNode field, string name)
    {
        for (var i = field.Arguments.Length - 1; i >= 0; i--)
        {
            if (field.Arguments[i].Name.Value == name)
                return field.Arguments[i].Value;
        }

        return null;
    }

    private string Canonical(ValueNode value)
    {
        if (!_canonical.TryGetValue(value, out var text))
        {
            var builder = new StringBuilder();
            Append(builder, value);
            _canonical.Add(value, text = builder.ToString());
        }

        return text;
    }

    // Recursion follows the nesting of a literal, which the parser bounds and the walk has been through.
    private static void Append(StringBuilder text, ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode number:
                text.Append('i').Append(number.Value);
                break;
            case FloatValueNode number:
                text.Append('f').Append(number.Value);
                break;
            case StringValueNode characters:
                text.Append(characters.IsBlock ? 'b' : 's').Append(characters.Value.Length).Append(':').Append(characters.Value);
                break;
            case BooleanValueNode boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case EnumValueNode name:
                text.Append('e').Append(name.Value);
                break;
            case ListValueNode list:
                AppendItems(text, list);
                break;
            case ObjectValueNode obj:
                AppendFields(text, obj);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void AppendItems(StringBuilder text, ListValueNode list)
    {
        text.Append('[');
        foreach (var item in list.Items)
        {
            Append(text, item);
            text.Append(',');
        }

        text.Append(']');
    }

    private static void AppendFields(StringBuilder text, ObjectValueNode obj)
    {
        text.Append('{');
        foreach (var field in obj.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
        {
            text.Append(field.Name.Value).Append(':');
            Append(text, field.Value);
            text.Append(',');
        }

        text.Append('}');
    }
}
