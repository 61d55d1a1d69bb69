using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>The default values of arguments and input fields, coerced once per definition.</summary>
internal static class InputDefaults
{
    /// <summary>The coerced default.</summary>
    /// <returns><see cref="Absent.Value"/> when the definition has none.</returns>
    public static object? Get(InputValueDefinition definition)
    {
        if (definition.DefaultValue is null)
            return Absent.Value;
        if (definition.RuntimeData is Holder holder)
            return holder.Value;
        // The schema's rules refuse circles of defaults, so this ends.
        var value = LiteralCoercion.TryCoerce(definition.DefaultValue, definition.Type, null, out var coerced, out _) ? coerced : Absent.Value;
        definition.RuntimeData = new Holder(value);
        return value;
    }

    private sealed record Holder(object? Value);
}
