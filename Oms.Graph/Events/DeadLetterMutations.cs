using System.Security.Claims;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Registry;

namespace Oms.Graph.Events;

/// <summary>The root fields of the chapter Events that write.</summary>
[ExtendObjectType("Mutation")]
internal static class DeadLetterMutations
{
    public static async Task<ReplayDeadLettersPayload> ReplayDeadLettersAsync(
        ReplayDeadLettersInput input, ClaimsPrincipal user, Caller caller, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken) =>
        new(await SettleAsync(new(input.Target, [.. input.Sequences], DeadLetterStatus.Replaying, input.Reason), user, caller, targets, registry, cancellationToken));

    public static async Task<DiscardDeadLettersPayload> DiscardDeadLettersAsync(
        DiscardDeadLettersInput input, ClaimsPrincipal user, Caller caller, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken) =>
        new(await SettleAsync(new(input.Target, [.. input.Sequences], DeadLetterStatus.Discarded, input.Reason), user, caller, targets, registry, cancellationToken));

    private static async Task<Result<int>> SettleAsync(
        SettleDeadLetters command, ClaimsPrincipal user, Caller caller, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        return await registry.ExecuteAsync(context, command.Target, command.Attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<int>>> DecideAsync(CancellationToken token)
        {
            var decision = command.Decide(context, await LoadAsync(command, registry.Store, token), await targets.RefuseGoneAsync(command.Target, token));
            return decision.IsOk ? new Decided<int>(decision.Value, () => decision.Value.Documents.Length) : decision.Refusals;
        }
    }

    private static async Task<Dictionary<long, (DeadLetter Letter, long Version)>> LoadAsync(SettleDeadLetters command, IStore store, CancellationToken cancellationToken)
    {
        var letters = new Dictionary<long, (DeadLetter, long)>();
        foreach (var sequence in command.Sequences.Distinct().Take(SettleDeadLetters.MaxLetters))
            if (await store.GetDocumentAsync(DeadLetter.DocumentKind, DeadLetter.KeyOf(command.Target, sequence), cancellationToken) is { } kept)
                letters[sequence] = (CanonicalJson.Read<DeadLetter>(kept.Content.Span), kept.Version);
        return letters;
    }
}
