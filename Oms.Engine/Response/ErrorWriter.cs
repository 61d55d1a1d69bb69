using System.Collections.Immutable;

namespace Oms.Engine.Response;

/// <summary>Writes the <c>errors</c> entry of a response (spec 7.1.2).</summary>
internal static class ErrorWriter
{
    // What a resolver puts into extensions is its own; a client cannot reach it, but a circle there must not end the process.
    private const int MaxExtensionDepth = 32;

    public static void WriteErrors(ResponseBuffer buffer, IReadOnlyList<GraphQLError> errors)
    {
        buffer.Write("\"errors\":"u8);
        WriteErrorList(buffer, errors);
    }

    /// <summary>Writes the errors as a list on its own.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="errors">The errors.</param>
    public static void WriteErrorList(ResponseBuffer buffer, IReadOnlyList<GraphQLError> errors)
    {
        buffer.WriteByte((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
                buffer.WriteByte((byte)',');
            WriteError(buffer, errors[i]);
        }

        buffer.WriteByte((byte)']');
    }

    /// <summary>Writes one error.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="error">The error.</param>
    public static void WriteError(ResponseBuffer buffer, GraphQLError error)
    {
        buffer.Write("{\"message\":"u8);
        JsonText.WriteString(buffer, error.Message);
        WriteLocations(buffer, error);
        WritePath(buffer, error.Path);
        WriteExtensions(buffer, error);
        buffer.WriteByte((byte)'}');
    }

    private static void WriteLocations(ResponseBuffer buffer, GraphQLError error)
    {
        if (error.Locations.IsDefaultOrEmpty)
            return;
        buffer.Write(",\"locations\":["u8);
        var isFirst = true;
        foreach (var (line, column) in error.Locations)
        {
            buffer.Write(isFirst ? "{\"line\":"u8 : ",{\"line\":"u8);
            isFirst = false;
            JsonText.WriteInt32(buffer, line);
            buffer.Write(",\"column\":"u8);
            JsonText.WriteInt32(buffer, column);
            buffer.WriteByte((byte)'}');
        }

        buffer.WriteByte((byte)']');
    }

    private static void WritePath(ResponseBuffer buffer, ImmutableArray<object> path)
    {
        if (path.IsDefault)
            return;
        buffer.Write(",\"path\":["u8);
        for (var i = 0; i < path.Length; i++)
        {
            if (i > 0)
                buffer.WriteByte((byte)',');
            if (path[i] is int index)
                JsonText.WriteInt32(buffer, index);
            else
                JsonText.WriteString(buffer, (string)path[i]);
        }

        buffer.WriteByte((byte)']');
    }

    private static void WriteExtensions(ResponseBuffer buffer, GraphQLError error)
    {
        if (error.Code is null && error.Extensions.IsEmpty)
            return;
        buffer.Write(",\"extensions\":{"u8);
        var isFirst = true;
        if (error.Code is not null)
        {
            buffer.Write("\"code\":"u8);
            JsonText.WriteString(buffer, error.Code);
            isFirst = false;
        }

        foreach (var (key, value) in error.Extensions)
        {
            if (key == "code" && error.Code is not null)
                continue;
            if (!isFirst)
                buffer.WriteByte((byte)',');
            isFirst = false;
            JsonText.WriteString(buffer, key);
            buffer.WriteByte((byte)':');
            UntypedValueWriter.Write(buffer, value, MaxExtensionDepth);
        }

        buffer.WriteByte((byte)'}');
    }
}
