using System.Collections;
using System.Globalization;
using System.Text;

namespace Oms.Engine.Conformance;

/// <summary>
/// Results as JSON. Everything beyond ASCII is escaped unit by unit, so that a lone surrogate, which UTF-8 cannot hold, comes out as it is.
/// </summary>
internal static class ResultText
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case RawJson json:
                text.Append(json.Text);
                break;
            case string characters:
                AppendString(text, characters);
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case double number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                AppendList(text, '{', '}', members, member =>
                {
                    AppendString(text, member.Key);
                    text.Append(':');
                    Append(text, member.Value);
                });
                break;
            case IEnumerable items:
                AppendList(text, '[', ']', items.Cast<object?>(), item => Append(text, item));
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void AppendList<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> append)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            append(item);
        }

        text.Append(close);
    }

    private static void AppendString(StringBuilder text, string characters)
    {
        text.Append('"');
        foreach (var unit in characters)
        {
            if (unit is '"' or '\\')
                text.Append('\\').Append(unit);
            else if (unit is < ' ' or > '~')
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else
                text.Append(unit);
        }

        text.Append('"');
    }
}
