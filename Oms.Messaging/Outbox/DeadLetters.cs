using Oms.Domain.Events;
using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Messaging.Outbox;

/// <summary>Reads dead letters.</summary>
public static class DeadLetters
{
    /// <summary>Those of a target (null: of all) with a status (null: any), each with its version.</summary>
    public static async ValueTask<ImmutableArray<(DeadLetter Letter, long Version)>> ReadAsync(
        IStore store, string? target, DeadLetterStatus? status, int count, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(DeadLetter, long)>();
        await foreach (var document in store.ReadDocumentsAsync(DeadLetter.DocumentKind, target is null ? null : target + "/", cancellationToken).ConfigureAwait(false))
        {
            var letter = CanonicalJson.Read<DeadLetter>(document.Content.Span);
            if (found.Count == count || (target is not null && letter.Target != target))
                break;
            if (status is null || letter.Status == status)
                found.Add((letter, document.Version));
        }

        return found.DrainToImmutable();
    }

    /// <summary>
    /// Those of a target that are to be told again, at most <paramref name="count"/> of them, with the key up to which nothing more can become of any:
    /// they are not read again when it is given as <paramref name="settled"/>.
    /// </summary>
    internal static async ValueTask<(ImmutableArray<DeadLetter> Letters, string Settled)> ReadReplayingAsync(
        IStore store, string target, string? settled, int count, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<DeadLetter>();
        var (last, isOpen) = (settled ?? target + "/", false);
        await foreach (var document in store.ReadDocumentsAsync(DeadLetter.DocumentKind, last, cancellationToken).ConfigureAwait(false))
        {
            var letter = CanonicalJson.Read<DeadLetter>(document.Content.Span);
            if (found.Count == count || letter.Target != target)
                break;
            isOpen |= letter.Status is DeadLetterStatus.Waiting or DeadLetterStatus.Replaying;
            if (!isOpen)
                last = document.Key;
            if (letter.Status == DeadLetterStatus.Replaying)
                found.Add(letter);
        }

        return (found.DrainToImmutable(), last);
    }
}
