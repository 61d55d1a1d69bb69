using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>What holds for every input object, whether it was written in the document or in the variables (spec 3.10).</summary>
internal static class InputObjectRules
{
    public static object?[] NewValues(InputObjectType type)
    {
        var values = new object?[type.Fields.Count];
        Array.Fill(values, Absent.Value);
        return values;
    }

    /// <summary>Puts defaults in and checks that nothing required is missing, and for <c>@oneOf</c> that exactly one entry is given and not null.</summary>
    /// <param name="type">The type.</param>
    /// <param name="values">The entries that were given; defaults are filled in.</param>
    /// <returns>What is wrong, or null.</returns>
    public static CoercionProblem? Complete(InputObjectType type, object?[] values)
    {
        if (type.IsOneOf)
            return CheckOneOf(type, values);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != Absent.Value)
                continue;
            var field = type.Fields[i];
            if (field.IsRequired)
                return new CoercionProblem($"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            values[i] = InputDefaults.Get(field);
        }

        return null;
    }

    private static CoercionProblem? CheckOneOf(InputObjectType type, object?[] values)
    {
        var given = 0;
        var hasNull = false;
        foreach (var value in values)
        {
            if (value == Absent.Value)
                continue;
            given++;
            hasNull |= value is null;
        }

        return given == 1 && !hasNull
            ? null
            : new CoercionProblem($"Exactly one key must be specified for OneOf type \"{type.Name}\", and its value must not be null.");
    }
}
