using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Conformance;

/// <summary>Cases about the language alone (spec 2).</summary>
internal static class LanguageCases
{
    private static readonly Dictionary<string, object?> Ok = new() { ["ok"] = true };

    public static object Parse(JsonElement input)
    {
        var options = input.TryGetProperty("maxTokens", out var max) ? EvaluationLimits.Parser with { MaxAllowedTokens = max.GetInt32() } : EvaluationLimits.Parser;
        return OrSyntaxError(() =>
        {
            Parser.ParseDocument(new Source(InputText.Get(input, "source")), options);
            return Ok;
        });
    }

    public static object ParseValue(JsonElement input)
    {
        var isConstant = input.TryGetProperty("const", out var given) && given.ValueKind == JsonValueKind.True;
        return OrSyntaxError(() => With("value", Value(Parser.ParseValue(new Source(InputText.Get(input, "source")), isConstant, EvaluationLimits.Parser))));
    }

    public static object ParseType(JsonElement input) =>
        OrSyntaxError(() => With("type", SyntaxPrinter.Print(Parser.ParseType(new Source(InputText.Get(input, "source")), EvaluationLimits.Parser))));

    public static object Print(JsonElement input) =>
        OrSyntaxError(() => With("printed", SyntaxPrinter.Print(Parser.ParseDocument(new Source(InputText.Get(input, "source")), EvaluationLimits.Parser))));

    public static object Lex(JsonElement input) => OrSyntaxError(() => With("tokens", Tokens(new Lexer(new Source(InputText.Get(input, "source")))).ToList()));

    private static Dictionary<string, object?> With(string name, object? value) => new() { ["ok"] = true, [name] = value };

    private static Dictionary<string, object?> OrSyntaxError(Func<Dictionary<string, object?>> read)
    {
        try
        {
            return read();
        }
        catch (SyntaxException e)
        {
            return new() { ["ok"] = false, ["line"] = e.Line, ["column"] = e.Column, ["message"] = e.Message };
        }
    }

    private static IEnumerable<object> Tokens(Lexer lexer)
    {
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next())
        {
            var place = lexer.Source.GetPosition(token.Start);
            var found = new Dictionary<string, object?> { ["kind"] = TokenText.Of(token.Kind), ["line"] = place.Line, ["column"] = place.Column };
            if (lexer.GetValue(token) is { } value)
                found["value"] = value;
            yield return found;
        }
    }

    private static Dictionary<string, object?> Value(ValueNode node)
    {
        var found = new Dictionary<string, object?> { ["kind"] = node.Kind.ToString() };
        switch (node)
        {
            case IntValueNode number:
                found["value"] = number.Value;
                break;
            case FloatValueNode number:
                found["value"] = number.Value;
                break;
            case EnumValueNode name:
                found["value"] = name.Value;
                break;
            case StringValueNode text:
                found["value"] = text.Value;
                found["block"] = text.IsBlock;
                break;
            case BooleanValueNode flag:
                found["value"] = flag.Value;
                break;
            case VariableNode variable:
                found["name"] = variable.Name.Value;
                break;
            case ListValueNode list:
                found["values"] = list.Items.Select(Value).ToList();
                break;
            case ObjectValueNode fields:
                found["fields"] = fields.Fields.Select(f => new Dictionary<string, object?> { ["name"] = f.Name.Value, ["value"] = Value(f.Value) }).ToList();
                break;
        }

        return found;
    }
}
