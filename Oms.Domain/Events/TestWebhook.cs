using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Tries a webhook with an event that is in no log.</summary>
/// <param name="Name">The webhook.</param>
public sealed record TestWebhook(string Name)
{
    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.Webhook, Name, "test");

    /// <summary>Decides: what is written down, and what is sent.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="webhook">The webhook; null when there is none of this name.</param>
    public Result<(Change Change, EventRecord Event)> Decide(CommandContext context, Webhook? webhook)
    {
        if (!context.May(Right.OutboxManage))
            return NotAuthorized.Lacking(Right.OutboxManage, "to test a webhook");
        if (webhook is null)
            return new WebhookNotFound(Name) { Path = ["name"] };
        var journal = new Journal(context);
        journal.Record(TargetTypes.Webhook, Name, "test", e => e);
        journal.TellAbout(EventTypes.WebhookTest, $"webhook/{Name}", new WebhookData(Name, "a test that somebody asked for"));
        return (new Change { Audit = journal.Entries }, journal.Events[0]);
    }
}
