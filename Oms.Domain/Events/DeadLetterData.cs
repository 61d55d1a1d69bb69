using System.Globalization;

namespace Oms.Domain.Events;

/// <summary>The data of the events about dead letters, which are alerts for operators.</summary>
/// <param name="Target">The target that refused the event.</param>
/// <param name="Sequence">The event's number in the log.</param>
/// <param name="EventId">The event's CloudEvents id.</param>
/// <param name="EventType">The event's CloudEvents type.</param>
/// <param name="Error">What the target said last.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="IsPoison">True when trying again is of no use.</param>
public sealed record DeadLetterData(string Target, long Sequence, string EventId, string EventType, string Error, int Attempts, bool IsPoison)
{
    /// <summary>The data of a letter.</summary>
    public static DeadLetterData Of(DeadLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return new(letter.Target, letter.Sequence, letter.EventId, letter.EventType, letter.Error, letter.Attempts, letter.IsPoison);
    }

    /// <summary>The subject of the events about a letter.</summary>
    public static string SubjectOf(DeadLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return string.Create(CultureInfo.InvariantCulture, $"dead_letter/{letter.Target}/{letter.Sequence}");
    }
}
