using Oms.Domain.Events;
using Oms.Domain.Storage;
using Oms.Engine.Configuration;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Messaging.Outbox;

namespace Oms.Graph.Events;

/// <summary>The root fields of the chapter Events that read.</summary>
[ExtendObjectType("Query")]
internal static class OutboxQueries
{
    private const int MaxCounted = 10_000;

    public static Task<IReadOnlyList<EventTargetNode>> GetOutboxAsync(OutboxWatch watch, CancellationToken cancellationToken) => watch.TargetsAsync(cancellationToken);

    public static async Task<Connection<DeadLetter>> GetDeadLettersAsync(
        string? target, DeadLetterStatus? status, int? first, string? after, int? last, string? before, IStore store, CancellationToken cancellationToken)
    {
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxHits);
        var letters = await DeadLetters.ReadAsync(store, target, status, MaxCounted, cancellationToken);
        return new DeadLetterListing([.. letters.Select(l => l.Letter)]).Page(arguments, l => l);
    }
}
