using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Gives a webhook a new secret. The one before it signs too for a while, so that the receiver can change over.</summary>
/// <param name="Name">The webhook.</param>
/// <param name="Secret">The new secret, protected.</param>
/// <param name="Overlap">How long the one before still signs: 0 to <see cref="MaxOverlap"/>.</param>
public sealed record RotateWebhookSecret(string Name, string Secret, TimeSpan Overlap)
{
    /// <summary>The longest time that two secrets sign.</summary>
    public static readonly TimeSpan MaxOverlap = TimeSpan.FromDays(30);

    // Rotated in haste several times, the latest of those before are kept.
    private const int MaxSecrets = 5;

    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.Webhook, Name, "rotate_secret");

    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="kept">The webhook with its version; null when there is none of this name.</param>
    public Result<Change> Decide(CommandContext context, (Webhook Webhook, long Version)? kept)
    {
        if (!context.May(Right.OutboxManage))
            return NotAuthorized.Lacking(Right.OutboxManage, "to change the secret of a webhook");
        if (Overlap < TimeSpan.Zero || Overlap > MaxOverlap)
            return new ValueOutOfRange("overlap in seconds", 0, (long)MaxOverlap.TotalSeconds, (long)Overlap.TotalSeconds) { Path = ["overlapSeconds"] };
        if (kept is not var (before, version))
            return new WebhookNotFound(Name) { Path = ["name"] };
        var ends = context.Time + Overlap;
        var older = before.Secrets.Where(s => s.EndsAt is null || s.EndsAt > context.Time)
            .Select(s => s with { EndsAt = s.EndsAt is { } known && known < ends ? known : ends })
            .Where(s => s.EndsAt > context.Time);
        var after = before with { Secrets = [new(Secret, context.Time, null), .. older.Take(MaxSecrets - 1)] };
        return WebhookWriting.Write(new Journal(context), before, version, after, "rotate_secret", null);
    }
}
