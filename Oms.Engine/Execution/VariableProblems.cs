using System.Runtime.InteropServices;
using System.Text.Json;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>
/// Everything that is wrong with the value of one variable, looked for once coercion has refused it: whoever mends a form wants all of its
/// faults. Nesting is bounded by the JSON reader that read the value.
/// </summary>
internal sealed class VariableProblems
{
    private readonly List<CoercionProblem> found = [];
    private readonly List<object> path = [];
    private readonly int max;

    private VariableProblems(int max) => this.max = max;

    /// <summary>The faults of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The variable's type.</param>
    /// <param name="max">How many to look for.</param>
    public static List<CoercionProblem> Find(JsonElement value, IType type, int max)
    {
        var problems = new VariableProblems(max);
        problems.Look(value, type);
        return problems.found;
    }

    private void Look(JsonElement value, IType type)
    {
        if (found.Count == max)
            return;
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (type.IsNonNull)
                Add($"Expected a value of the non-null type \"{type}\", found null.");
            return;
        }

        switch (type.NullableType)
        {
            case ListType list when value.ValueKind == JsonValueKind.Array:
                LookAtItems(value, list);
                break;
            case ListType list:
                Look(value, list.ItemType);
                break;
            case InputObjectType inputObject when value.ValueKind == JsonValueKind.Object:
                LookAtFields(value, inputObject);
                break;
            case InputObjectType inputObject:
                Add($"Expected type \"{inputObject.Name}\" to be an object.");
                break;
            case EnumType enumType:
                if (value.ValueKind != JsonValueKind.String || Text(value) is not { } name || !enumType.Values.Contains(name))
                    Add($"Expected a value of the enum \"{enumType.Name}\".");
                break;
            case ScalarType scalar:
                LookAtScalar(value, scalar);
                break;
        }
    }

    private void LookAtItems(JsonElement value, ListType list)
    {
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Within(index++, item, list.ItemType);
    }

    private void LookAtFields(JsonElement value, InputObjectType type)
    {
        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var given))
                Within(field.Name, given, field.Type);
            else if (field.IsRequired)
                Add($"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }

        var known = 0;
        var isNullGiven = false;
        foreach (var property in value.EnumerateObject())
        {
            if (Name(property) is { } name && type.Fields.Contains(name))
                (known, isNullGiven) = (known + 1, isNullGiven | property.Value.ValueKind == JsonValueKind.Null);
            else
                Add($"A field that was given is not defined by type \"{type.Name}\".");
        }

        if (type.IsOneOf && (known != 1 || isNullGiven))
            Add($"Exactly one key must be specified for OneOf type \"{type.Name}\", and its value must not be null.");
    }

    private void LookAtScalar(JsonElement value, ScalarType scalar)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value), new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        if (!scalar.Coercion.TryParseJson(ref reader, out _))
            Add($"{scalar.Name} cannot represent this value; expected {scalar.Coercion.Expectation}.");
    }

    private void Within(object step, JsonElement value, IType type)
    {
        path.Add(step);
        Look(value, type);
        path.RemoveAt(path.Count - 1);
    }

    private void Add(string message)
    {
        if (found.Count == max)
            return;
        var problem = new CoercionProblem(message);
        for (var i = path.Count - 1; i >= 0; i--)
            problem.In(path[i]);
        found.Add(problem);
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: JSON lets it stand, .NET has no string for it, and no name has one.
            return null;
        }
    }

    private static string? Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
