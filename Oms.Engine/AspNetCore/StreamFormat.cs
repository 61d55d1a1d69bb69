namespace Oms.Engine.AspNetCore;

/// <summary>The media types of several responses to one request.</summary>
internal enum StreamFormat
{
    /// <summary><c>text/event-stream</c>: an event a response.</summary>
    EventStream,

    /// <summary><c>multipart/mixed</c>: a part a response.</summary>
    Multipart,

    /// <summary><c>application/jsonl</c>: a line a response.</summary>
    JsonLines,
}
