using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Decides what becomes of dead letters: tried again, or given up. All of those named, or none.</summary>
/// <param name="Target">The target that refused them.</param>
/// <param name="Sequences">The events' numbers.</param>
/// <param name="To"><see cref="DeadLetterStatus.Replaying"/> or <see cref="DeadLetterStatus.Discarded"/>.</param>
/// <param name="Reason">Why, in the actor's words; null where none was given.</param>
public sealed record SettleDeadLetters(string Target, ImmutableArray<long> Sequences, DeadLetterStatus To, string? Reason)
{
    /// <summary>Letters that one command settles at most.</summary>
    public const int MaxLetters = 1000;

    private string Verb => To == DeadLetterStatus.Discarded ? "discard" : "replay";

    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.DeadLetter, Target, Verb) { Reason = Reason };

    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="letters">The letters as they stand, with their versions; those that are not there are left out.</param>
    /// <param name="gone">Why nobody can be told any more under the target's name; null while somebody can.</param>
    public Result<Change> Decide(CommandContext context, IReadOnlyDictionary<long, (DeadLetter Letter, long Version)> letters, Refusal? gone)
    {
        if (!PermissionTable.Allows(context.Actor, Right.OutboxManage))
            return NotAuthorized.Lacking(Right.OutboxManage, "to decide about dead letters");
        if (Sequences.IsEmpty || Sequences.Length > MaxLetters)
            return new LimitExceeded("dead letters", MaxLetters, Sequences.Length, $"One command settles 1 to {MaxLetters} dead letters, and this names {Sequences.Length}.") { Path = ["sequences"] };
        if (gone is not null && To == DeadLetterStatus.Replaying)
            return gone with { Path = ["target"] };
        var journal = new Journal(context);
        var writes = ImmutableArray.CreateBuilder<DocumentWrite>();
        foreach (var sequence in Sequences.Distinct())
        {
            if (!letters.TryGetValue(sequence, out var kept))
                return new DeadLetterNotFound(Target, sequence) { Path = ["sequences"] };
            // What was to be tried again at a target that is gone is tried by nobody, and a person may still give it up.
            if (kept.Letter.Status != DeadLetterStatus.Waiting && !(gone is not null && kept.Letter.Status == DeadLetterStatus.Replaying))
                return new DeadLetterSettled(Target, sequence, kept.Letter.Status) { Path = ["sequences"] };
            var after = kept.Letter with { Status = To, DecidedBy = context.Actor.Subject };
            writes.Add(new(DeadLetter.DocumentKind, after.Key, kept.Version, CanonicalJson.Write(after)));
            journal.Record(TargetTypes.DeadLetter, after.Key, Verb, e => e with
            {
                Reason = Reason, Before = CanonicalJson.Literal(kept.Letter), After = CanonicalJson.Literal(after),
            });
        }

        return new Change { Documents = writes.DrainToImmutable(), Audit = journal.Entries };
    }
}
