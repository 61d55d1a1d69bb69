using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;
using Oms.Engine.Configuration;
using Oms.Graph.Connections;
using Oms.Messaging.Outbox;

namespace Oms.Graph.Events;

/// <summary>The root fields of the chapter Events that read.</summary>
[ExtendObjectType("Query")]
internal static class OutboxQueries
{
    private const int MaxTargets = 100;
    private const int MaxCounted = 10_000;

    public static async Task<IReadOnlyList<EventTargetNode>> GetOutboxAsync(IStore store, CancellationToken cancellationToken)
    {
        var last = await store.GetLastSequenceAsync(cancellationToken);
        var relays = await store.GetDocumentsAsync(RelayState.DocumentKind, null, MaxTargets, cancellationToken);
        return [.. relays.Select(r => new EventTargetNode(CanonicalJson.Read<RelayState>(r.Content.Span), last))];
    }

    public static async Task<Connection<DeadLetter>> GetDeadLettersAsync(
        string? target, DeadLetterStatus? status, int? first, string? after, int? last, string? before, IStore store, CancellationToken cancellationToken)
    {
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxHits);
        var letters = await DeadLetters.ReadAsync(store, target, status, MaxCounted, cancellationToken);
        return new DeadLetterListing([.. letters.Select(l => l.Letter)]).Page(arguments, l => l);
    }
}
