using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Oms.Engine.Execution;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>
/// Upload: a file of a GraphQL multipart request, as <see cref="IFile"/>. In the variables stands a placeholder that only the transport can
/// write: half of a surrogate pair, with which no string of a client gets past the reader of requests.
/// </summary>
internal sealed class UploadCoercion : ScalarCoercion
{
    public const string TypeName = "Upload";

    /// <summary>The scalar of a schema that does not declare it.</summary>
    public static DocumentNode Definition { get; } = Parser.ParseDocument("\"A file, sent along with the request as multipart/form-data.\" scalar Upload");

    public override Type RuntimeType => typeof(IFile);

    public override string Expectation => "a file, sent as a variable of a multipart/form-data request";

    private static ReadOnlySpan<byte> Mark => "\\uD800"u8;

    /// <summary>The placeholder's JSON.</summary>
    /// <param name="number">Which of the request's uploads it stands for.</param>
    /// <param name="request">What no other request at this time has: equal variables mean equal answers, and those of other files are not equal.</param>
    /// <returns>A JSON string.</returns>
    public static byte[] Placeholder(int number, int request) =>
        [(byte)'"', .. Mark, .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}/{request}")), (byte)'"'];

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = null;
        return false;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.String || !reader.ValueIsEscaped || !reader.ValueSpan.StartsWith(Mark))
            return false;
        if (!Utf8Parser.TryParse(reader.ValueSpan[Mark.Length..], out int number, out _))
            return false;
        value = new UploadReference(number);
        return true;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        value = input as IFile;
        return value is not null;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output) => false;
}
