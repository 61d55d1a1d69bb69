using System.Text.RegularExpressions;
using Oms.Domain.Access;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Messaging.Outbox;

/// <summary>What a relay writes about an event that its target did not take: the letter, and the alert where a person is asked.</summary>
internal static partial class DeadLetterWriting
{
    /// <summary>With one more refusal.</summary>
    internal static DeadLetter Refused(DeadLetter letter, string error, DateTimeOffset now) => letter with
    {
        Error = error, Attempts = letter.Attempts + 1, LastFailure = now, SameErrors = AreSame(letter.Error, error) ? letter.SameErrors + 1 : 1,
    };

    /// <summary>True when two errors say the same, numbers aside.</summary>
    internal static bool AreSame(string? error, string? other) =>
        error is not null && other is not null && Numbers().Replace(error, "0") == Numbers().Replace(other, "0");

    /// <summary>Keeps a letter; one that waits for a person is told as an event, unless it is about such an event itself.</summary>
    internal static async ValueTask<Change> WriteAsync(IStore store, DeadLetter letter, EventRecord refused, CancellationToken cancellationToken)
    {
        var known = await store.GetDocumentAsync(DeadLetter.DocumentKind, letter.Key, cancellationToken).ConfigureAwait(false);
        var write = new DocumentWrite(DeadLetter.DocumentKind, letter.Key, known?.Version ?? 0, CanonicalJson.Write(letter));
        var isAlert = letter.Status == DeadLetterStatus.Waiting && refused.Type is not (EventTypes.DeadLetterAdded or EventTypes.DeadLetterPoisoned);
        return new Change { Documents = [write], Events = isAlert ? [AlertOf(letter, refused.CorrelationId)] : [] };
    }

    /// <summary>What tells that a person is asked.</summary>
    internal static EventRecord AlertOf(DeadLetter letter, string correlationId) => new()
    {
        Id = Guid.CreateVersion7(letter.LastFailure).ToString("D"),
        Type = letter.IsPoison ? EventTypes.DeadLetterPoisoned : EventTypes.DeadLetterAdded,
        Subject = DeadLetterData.SubjectOf(letter),
        Time = DateTimeOffset.FromUnixTimeMilliseconds(letter.LastFailure.ToUnixTimeMilliseconds()),
        Author = Actor.System.Subject,
        CorrelationId = correlationId,
        Data = CanonicalJson.Literal(DeadLetterData.Of(letter)),
    };

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
