using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Audit;

/// <summary>What a mutation tried, so that the refusal of it can be written down.</summary>
/// <param name="TargetType">The kind of target, one of <see cref="TargetTypes"/>.</param>
/// <param name="TargetId">The target as the client named it.</param>
/// <param name="Verb">What was to be done to it.</param>
public sealed record RefusedAttempt(string TargetType, string TargetId, string Verb)
{
    private const int MaxText = 500;

    /// <summary>The branch as the client named it; null where none was concerned.</summary>
    public string? Branch { get; init; }

    /// <summary>The issues that the client named.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];

    /// <summary>The reason or message that the client gave.</summary>
    public string? Reason { get; init; }

    /// <summary>The change that leaves one audit entry and does nothing else. Long texts of the client are cut.</summary>
    public Change ToChange(CommandContext context, ImmutableArray<Refusal> refusals)
    {
        var journal = new Journal(context);
        journal.Record(TargetType, Cut(TargetId)!, Verb, entry => entry with
        {
            Success = false,
            Branch = Cut(Branch),
            ErrorCode = refusals[0].Code,
            ErrorMessage = Cut(string.Join(' ', refusals.Take(10).Select(r => r.Message))),
            Issues = [.. Issues.Take(20).Select(i => Cut(i)!)],
            Reason = Cut(Reason),
        });
        return new Change { Audit = journal.Entries };
    }

    private static string? Cut(string? text) => text is { Length: > MaxText } ? $"{text.AsSpan(0, MaxText - 1)}…" : text;
}
