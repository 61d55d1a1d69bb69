namespace Oms.Engine.Execution;

/// <summary>The coerced variables of one request, in the order in which the operation defines them.</summary>
internal sealed class VariableValues(VariablePlan[] definitions, object?[] values)
{
    public static readonly VariableValues None = new([], []);

    public object?[] Values { get; } = values;

    public VariablePlan[] Definitions { get; } = definitions;

    /// <summary>A variable's value.</summary>
    /// <returns><see cref="Absent.Value"/> for one that was not given and has no default.</returns>
    public object? Get(string name)
    {
        for (var i = 0; i < Definitions.Length; i++)
        {
            if (Definitions[i].Name == name)
                return Values[i];
        }

        return Absent.Value;
    }
}
