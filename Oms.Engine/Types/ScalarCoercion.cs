using System.Buffers;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>
/// How the values of a scalar are read from documents and variables, and written into results (spec 3.5, result and input
/// coercion). Nulls never come here. A refusal is a return value of false, never an exception.
/// </summary>
public abstract class ScalarCoercion
{
    /// <summary>The specified scalars (spec 3.5) by name.</summary>
    public static IReadOnlyDictionary<string, ScalarCoercion> Specified { get; } = new Dictionary<string, ScalarCoercion>(StringComparer.Ordinal)
    {
        ["Int"] = new IntCoercion(),
        ["Float"] = new FloatCoercion(),
        ["String"] = new StringCoercion(),
        ["Boolean"] = new BooleanCoercion(),
        ["ID"] = new IdCoercion(),
    };

    /// <summary>Takes and gives any JSON value; what scalars have that the engine does not know.</summary>
    public static ScalarCoercion Any { get; } = new AnyCoercion();

    /// <summary>Further scalars that a schema has when it declares them, by name.</summary>
    public static IReadOnlyDictionary<string, ScalarCoercion> WellKnown { get; } = new Dictionary<string, ScalarCoercion>(StringComparer.Ordinal)
    {
        ["Any"] = Any,
        ["Byte"] = new ByteCoercion(),
        ["Date"] = new DateCoercion(),
        ["DateTime"] = new DateTimeCoercion(),
        ["Decimal"] = new DecimalCoercion(),
        ["JSON"] = Any,
        ["LocalDate"] = new DateCoercion(),
        ["Long"] = new LongCoercion(),
        ["URL"] = new UrlCoercion(),
        ["UUID"] = new UuidCoercion(),
    };

    /// <summary>The type of the values that reading gives and writing takes.</summary>
    public abstract Type RuntimeType { get; }

    /// <summary>What a value looks like, for messages such as "Int cannot represent non-integer value".</summary>
    public virtual string Expectation => "a value of this scalar";

    /// <summary>Reads a literal of a document.</summary>
    /// <param name="literal">The literal, with no variable in it and not <c>null</c>.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the literal is a value of this scalar.</returns>
    public abstract bool TryParseLiteral(ValueNode literal, out object? value);

    /// <summary>Reads a JSON value of the variables.</summary>
    /// <param name="reader">
    /// Stands on the value's first token. Stands on its last token afterwards; when the value is refused it has not moved.
    /// </param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the JSON value is a value of this scalar.</returns>
    public abstract bool TryParseJson(ref Utf8JsonReader reader, out object? value);

    /// <summary>Takes a variable given as a .NET object instead of JSON.</summary>
    /// <param name="input">The object, not null.</param>
    /// <param name="value">The value, of <see cref="RuntimeType"/>.</param>
    /// <returns>Whether the object is or stands for a value of this scalar.</returns>
    public abstract bool TryParseObject(object input, out object? value);

    /// <summary>Writes a resolver's result as one JSON value.</summary>
    /// <param name="value">The result, not null.</param>
    /// <param name="output">Where to write to; nothing is written when the value is refused.</param>
    /// <returns>Whether the result is or stands for a value of this scalar.</returns>
    public abstract bool TryWrite(object value, IBufferWriter<byte> output);
}
