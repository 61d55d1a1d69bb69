using System.Collections.Immutable;
using System.Text.Json;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>
/// Coerces variables straight from their UTF-8 JSON (spec 6.1.2). Nesting is bounded by the JSON reader, so the recursion here is too.
/// </summary>
internal static class VariableCoercion
{
    // Faults told of in one request; a list of a million wrong items has a million.
    private const int MaxProblems = 50;

    private const string NotAnObject = "Variables must be a JSON object.";

    /// <summary>Coerces all variables of an operation.</summary>
    /// <param name="definitions">The variables the operation defines.</param>
    /// <param name="json">A JSON object, <c>null</c>, or nothing.</param>
    /// <param name="maxDepth">How deep the JSON may be nested.</param>
    /// <param name="errors">One error for each variable at fault, at its definition.</param>
    /// <returns>The values; null when there are errors.</returns>
    public static VariableValues? Coerce(
        VariablePlan[] definitions, ReadOnlySpan<byte> json, int maxDepth, out ImmutableArray<GraphQLError> errors)
    {
        errors = [];
        if (definitions.Length == 0 && json.IsEmpty)
            return VariableValues.None;
        var values = new object?[definitions.Length];
        Array.Fill(values, Absent.Value);
        List<GraphQLError>? problems = null;
        if (!TryRead(definitions, json, maxDepth, values, ref problems, out var failure))
        {
            errors = [new GraphQLError(failure) { Code = ErrorCodes.VariableCoercion }];
            return null;
        }

        Complete(definitions, values, ref problems);
        errors = problems is null ? [] : [.. problems];
        return problems is null ? new VariableValues(definitions, values) : null;
    }

    private static bool TryRead(
        VariablePlan[] definitions, ReadOnlySpan<byte> json, int maxDepth, object?[] values, ref List<GraphQLError>? problems, out string failure)
    {
        failure = NotAnObject;
        if (json.IsEmpty)
            return true;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
                ReadObject(definitions, ref reader, values, ref problems);
            else if (reader.TokenType != JsonTokenType.Null)
                return false;
            if (!reader.Read())
                return true;
            return false;
        }
        catch (JsonException)
        {
            // The only way the reader reports malformed or too deeply nested input.
            failure = $"The variables are not valid JSON, or nested deeper than {maxDepth}.";
            return false;
        }
    }

    private static void ReadObject(VariablePlan[] definitions, ref Utf8JsonReader reader, object?[] values, ref List<GraphQLError>? problems)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = Find(definitions, ref reader);
            reader.Read();
            if (index < 0)
            {
                reader.Skip();
                continue;
            }

            var definition = definitions[index];
            if (values[index] != Absent.Value)
                (problems ??= []).Add(Error(definition, $"Variable \"${definition.Name}\" is given twice."));
            var start = reader;
            if (TryCoerceJson(ref reader, definition.Type, out var value, out var problem))
            {
                values[index] = value;
                continue;
            }

            // Null keeps the variable from being reported a second time as missing.
            values[index] = null;
            reader = start;
            Explain(definition, ref reader, problem!, problems ??= []);
        }
    }

    private static void Explain(VariablePlan definition, ref Utf8JsonReader reader, CoercionProblem first, List<GraphQLError> problems)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        var all = VariableProblems.Find(value.RootElement, definition.Type, Math.Max(MaxProblems - problems.Count, 1));
        foreach (var problem in all.DefaultIfEmpty(first))
            problems.Add(Error(definition, $"Variable \"${definition.Name}\" got an invalid value. {problem.Describe(definition.Name)}"));
    }

    private static void Complete(VariablePlan[] definitions, object?[] values, ref List<GraphQLError>? problems)
    {
        for (var i = 0; i < definitions.Length; i++)
        {
            if (values[i] != Absent.Value)
                continue;
            var definition = definitions[i];
            values[i] = definition.DefaultValue;
            if (values[i] == Absent.Value && definition.Type.IsNonNull)
            {
                (problems ??= []).Add(Error(definition, $"Variable \"${definition.Name}\" of required type \"{definition.Type}\" was not provided.")
                    with { Code = ErrorCodes.NonNullViolation });
            }
        }
    }

    private static int Find(VariablePlan[] definitions, ref Utf8JsonReader reader)
    {
        for (var i = 0; i < definitions.Length; i++)
        {
            if (reader.ValueTextEquals(definitions[i].Utf8Name))
                return i;
        }

        return -1;
    }

    private static GraphQLError Error(VariablePlan definition, string message) => ErrorBuilder.New()
        .SetMessage(message)
        .AddLocation(definition.Node.Location)
        .SetCode(ErrorCodes.VariableCoercion)
        .Build();

    private static bool TryCoerceJson(ref Utf8JsonReader reader, IType type, out object? value, out CoercionProblem? problem)
    {
        value = null;
        problem = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            if (!type.IsNonNull)
                return true;
            problem = new CoercionProblem($"Expected a value of the non-null type \"{type}\", found null.");
            return false;
        }

        return type.NullableType switch
        {
            ListType list => TryCoerceList(ref reader, list, out value, out problem),
            InputObjectType inputObject => TryCoerceObject(ref reader, inputObject, out value, out problem),
            EnumType enumType => TryCoerceEnum(ref reader, enumType, out value, out problem),
            ScalarType scalar => TryCoerceScalar(ref reader, scalar, out value, out problem),
            _ => throw new InvalidOperationException($"\"{type}\" is not an input type."),
        };
    }

    private static bool TryCoerceList(ref Utf8JsonReader reader, ListType type, out object? value, out CoercionProblem? problem)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            if (!TryCoerceJson(ref reader, type.ItemType, out var single, out problem))
                return false;
            value = new[] { single };
            return true;
        }

        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!TryCoerceJson(ref reader, type.ItemType, out var item, out problem))
            {
                problem!.In(items.Count);
                return false;
            }

            items.Add(item);
        }

        value = items.ToArray();
        problem = null;
        return true;
    }

    private static bool TryCoerceObject(ref Utf8JsonReader reader, InputObjectType type, out object? value, out CoercionProblem? problem)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            problem = new CoercionProblem($"Expected type \"{type.Name}\" to be an object.");
            return false;
        }

        var values = InputObjectRules.NewValues(type);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryGetText(ref reader) is not { } name || !type.Fields.TryGetValue(name, out var field))
            {
                problem = new CoercionProblem($"A field that was given is not defined by type \"{type.Name}\".");
                return false;
            }

            // Which of two values counts is not said anywhere; a proxy and this server could each take another.
            if (values[field.Index] != Absent.Value)
            {
                problem = new CoercionProblem($"The field \"{name}\" is given twice.");
                return false;
            }

            reader.Read();
            if (!TryCoerceJson(ref reader, field.Type, out values[field.Index], out problem))
            {
                problem!.In(name);
                return false;
            }
        }

        problem = InputObjectRules.Complete(type, values);
        if (problem is not null)
            return false;
        value = new CoercedInputs(type.Fields, values);
        return true;
    }

    private static bool TryCoerceEnum(ref Utf8JsonReader reader, EnumType type, out object? value, out CoercionProblem? problem)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.String && TryGetText(ref reader) is { } name && type.Values.TryGetValue(name, out var member))
        {
            value = member.Name;
            problem = null;
            return true;
        }

        problem = new CoercionProblem($"Expected a value of the enum \"{type.Name}\".");
        return false;
    }

    private static bool TryCoerceScalar(ref Utf8JsonReader reader, ScalarType type, out object? value, out CoercionProblem? problem)
    {
        if (type.Coercion.TryParseJson(ref reader, out value))
        {
            problem = null;
            return true;
        }

        problem = new CoercionProblem($"{type.Name} cannot represent this value; expected {type.Coercion.Expectation}.");
        return false;
    }

    private static string? TryGetText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate or invalid UTF-8: JSON lets it stand, .NET has no string for it.
            return null;
        }
    }
}
