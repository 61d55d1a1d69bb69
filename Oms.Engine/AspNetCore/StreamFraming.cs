namespace Oms.Engine.AspNetCore;

/// <summary>What stands between the responses of a stream.</summary>
internal sealed class StreamFraming
{
    private readonly byte[] _opening;
    private readonly byte[] _silence;
    private readonly byte[] _before;
    private readonly byte[] _after;
    private readonly byte[] _end;

    private StreamFraming(
        string contentType, ReadOnlySpan<byte> opening, ReadOnlySpan<byte> silence, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, ReadOnlySpan<byte> end)
    {
        ContentType = contentType;
        (_opening, _silence, _before, _after, _end) = (opening.ToArray(), silence.ToArray(), before.ToArray(), after.ToArray(), end.ToArray());
    }

    /// <summary>Server-sent events in the "distinct connections" mode of the GraphQL over SSE protocol.</summary>
    public static StreamFraming EventStream { get; } =
        new("text/event-stream; charset=utf-8", ":\n\n"u8, ":\n\n"u8, "event: next\ndata: "u8, "\n\n"u8, "event: complete\ndata:\n\n"u8);

    /// <summary>JSON Lines (jsonlines.org): a response a line, and spaces before one while nothing comes, as Hot Chocolate has it.</summary>
    public static StreamFraming JsonLines { get; } = new("application/jsonl; charset=utf-8", ""u8, " "u8, ""u8, "\n"u8, ""u8);

    public string ContentType { get; }

    /// <summary>What goes out with the headers.</summary>
    public ReadOnlySpan<byte> Opening => _opening;

    /// <summary>A sign of life.</summary>
    public ReadOnlySpan<byte> Silence => _silence;

    public ReadOnlySpan<byte> Before => _before;

    public ReadOnlySpan<byte> After => _after;

    /// <summary>What tells that the stream is complete.</summary>
    public ReadOnlySpan<byte> End => _end;
}
