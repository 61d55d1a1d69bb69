using Oms.Domain.Events;
using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Messaging.Outbox;

/// <summary>Reads dead letters.</summary>
public static class DeadLetters
{
    private const int PageSize = 200;

    /// <summary>Those of a target (null: of all) with a status (null: any), each with its version.</summary>
    public static async ValueTask<ImmutableArray<(DeadLetter Letter, long Version)>> ReadAsync(
        IStore store, string? target, DeadLetterStatus? status, int count, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(DeadLetter, long)>();
        var after = target is null ? null : target + "/";
        while (found.Count < count)
        {
            var page = await store.GetDocumentsAsync(DeadLetter.DocumentKind, after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var document in page)
            {
                var letter = CanonicalJson.Read<DeadLetter>(document.Content.Span);
                if (target is not null && letter.Target != target)
                    return found.DrainToImmutable();
                if ((status is null || letter.Status == status) && found.Count < count)
                    found.Add((letter, document.Version));
            }

            if (page.Length < PageSize)
                break;
            after = page[^1].Key;
        }

        return found.DrainToImmutable();
    }

    /// <summary>
    /// Those of a target that are to be told again, about <paramref name="count"/> of them, with the key up to which nothing more can become of any:
    /// they are not read again when it is given as <paramref name="settled"/>.
    /// </summary>
    internal static async ValueTask<(ImmutableArray<DeadLetter> Letters, string Settled)> ReadReplayingAsync(
        IStore store, string target, string? settled, int count, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<DeadLetter>();
        var (last, isOpen) = (settled ?? target + "/", false);
        for (var after = last; found.Count < count;)
        {
            var page = await store.GetDocumentsAsync(DeadLetter.DocumentKind, after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var document in page)
            {
                var letter = CanonicalJson.Read<DeadLetter>(document.Content.Span);
                if (letter.Target != target)
                    return (found.DrainToImmutable(), last);
                isOpen |= letter.Status is DeadLetterStatus.Waiting or DeadLetterStatus.Replaying;
                if (!isOpen)
                    last = document.Key;
                if (letter.Status == DeadLetterStatus.Replaying)
                    found.Add(letter);
            }

            if (page.Length < PageSize)
                break;
            after = page[^1].Key;
        }

        return (found.DrainToImmutable(), last);
    }
}
