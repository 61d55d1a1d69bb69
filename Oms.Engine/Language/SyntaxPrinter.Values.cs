namespace Oms.Engine.Language;

/// <content>Values and type references.</content>
public sealed partial class SyntaxPrinter
{
    private void WriteValue(ValueNode node)
    {
        switch (node)
        {
            case VariableNode variable: _output.Append('$').Append(variable.Name.Value); break;
            case IntValueNode number: _output.Append(number.Value); break;
            case FloatValueNode number: _output.Append(number.Value); break;
            case BooleanValueNode boolean: _output.Append(boolean.Value ? "true" : "false"); break;
            case NullValueNode: _output.Append("null"); break;
            case EnumValueNode value: _output.Append(value.Value); break;
            case StringValueNode text: WriteString(text); break;
            case ListValueNode list:
                _output.Append('[');
                WriteJoined(list.Items, ", ");
                _output.Append(']');
                break;
            case ObjectValueNode value:
                _output.Append('{');
                WriteJoined(value.Fields, ", ");
                _output.Append('}');
                break;
        }
    }

    private void WriteString(StringValueNode node)
    {
        if (node.IsBlock)
            BlockString.Append(_output, node.Value, _indent);
        else
            StringLiteral.Append(_output, node.Value);
    }

    private void WritePair(NameNode name, ValueNode value)
    {
        _output.Append(name.Value).Append(": ");
        WriteValue(value);
    }

    private void WriteType(TypeNode node)
    {
        switch (node)
        {
            case NamedTypeNode named: _output.Append(named.Name.Value); break;
            case ListTypeNode list:
                _output.Append('[');
                WriteType(list.Type);
                _output.Append(']');
                break;
            case NonNullTypeNode nonNull:
                WriteType(nonNull.Type);
                _output.Append('!');
                break;
        }
    }
}
