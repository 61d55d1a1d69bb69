using System.Collections.Immutable;

namespace Oms.Messaging.Nats;

/// <summary>The headers of a message, in order; a name may stand more than once. Names are compared by letter, as NATS does.</summary>
public sealed class NatsHeaders
{
    /// <summary>No headers.</summary>
    public static readonly NatsHeaders Empty = new([]);

    private readonly ImmutableArray<KeyValuePair<string, string>> entries;

    /// <summary>Takes names and values.</summary>
    /// <exception cref="ArgumentException">A name is empty or holds a colon, a blank or a control character; a value holds a line break.</exception>
    public NatsHeaders(IEnumerable<KeyValuePair<string, string>> entries)
    {
        this.entries = [.. entries];
        foreach (var (name, value) in this.entries)
        {
            if (name.Length == 0 || name.Any(c => c is <= ' ' or ':' or >= '\x7f'))
                throw new ArgumentException($"'{name}' is no name of a header.", nameof(entries));
            if (value.AsSpan().ContainsAny('\r', '\n'))
                throw new ArgumentException($"The header {name} holds a line break.", nameof(entries));
        }
    }

    private NatsHeaders(ImmutableArray<KeyValuePair<string, string>> entries, int status, string? description) =>
        (this.entries, Status, Description) = (entries, status, description);

    /// <summary>The headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Entries => entries;

    /// <summary>The status in the first line, for example 503; 0 where there is none.</summary>
    public int Status { get; }

    /// <summary>The words after the status.</summary>
    public string? Description { get; }

    /// <summary>The first value of a name; null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in entries)
                if (key == name)
                    return value;
            return null;
        }
    }

    /// <summary>Headers as they came, which are not checked again.</summary>
    internal static NatsHeaders Received(ImmutableArray<KeyValuePair<string, string>> entries, int status, string? description) => new(entries, status, description);
}
