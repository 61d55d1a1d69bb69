using System.Globalization;

namespace Oms.Messaging.Outbox;

/// <summary>Where a stream stood when its acknowledgement was kept.</summary>
/// <param name="Message">The number of its last message; 0 for none.</param>
/// <param name="Event">The number, in the log, of the last event told in its order; 0 where that is not known.</param>
internal readonly record struct NatsMark(long Message, long Event)
{
    /// <summary>Reads what <see cref="ToString"/> wrote, or the message's number alone, as it was kept once.</summary>
    internal static NatsMark Read(string? text)
    {
        if (text is null)
            return default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? new(long.Parse(text, CultureInfo.InvariantCulture), 0)
            : new(long.Parse(text.AsSpan(0, colon), CultureInfo.InvariantCulture), long.Parse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Message}:{Event}");
}
