using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Stops telling a webhook, or goes on. Events wait for it meanwhile.</summary>
/// <param name="Name">The webhook.</param>
/// <param name="IsEnabled">True to go on.</param>
/// <param name="Reason">Why.</param>
public sealed record SwitchWebhook(string Name, bool IsEnabled, string Reason)
{
    private string Verb => IsEnabled ? "enable" : "disable";

    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.Webhook, Name, Verb) { Reason = Reason };

    /// <summary>Decides. The registry itself may, for a webhook that asks for it.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="kept">The webhook with its version; null when there is none of this name.</param>
    public Result<Change> Decide(CommandContext context, (Webhook Webhook, long Version)? kept)
    {
        if (context.Actor != Actor.System && !context.May(Right.OutboxManage))
            return NotAuthorized.Lacking(Right.OutboxManage, $"to {Verb} a webhook");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (kept is not var (before, version))
            return new WebhookNotFound(Name) { Path = ["name"] };
        if (before.IsEnabled == IsEnabled)
            return new InvalidValue(Name, $"The webhook '{Name}' is {Verb}d already.");
        var after = before with { DisabledReason = IsEnabled ? null : Reason, DisabledAt = IsEnabled ? null : context.Time };
        var journal = new Journal(context);
        journal.TellAbout(IsEnabled ? EventTypes.WebhookEnabled : EventTypes.WebhookDisabled, $"webhook/{Name}", new WebhookData(Name, Reason));
        return WebhookWriting.Write(journal, before, version, after, Verb, Reason);
    }
}
