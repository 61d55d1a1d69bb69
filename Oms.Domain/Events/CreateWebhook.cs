using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Makes a webhook, which is told what happens from now on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where it is told.</param>
/// <param name="Description">What it is for; empty where nothing was said.</param>
/// <param name="Secret">Its secret, protected.</param>
public sealed record CreateWebhook(string Name, string Url, string Description, string Secret)
{
    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.Webhook, Name, "create");

    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="kept">The one of this name with its version, also when it is gone; null when there never was one.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="last">The last number of the log.</param>
    /// <param name="address">Why the address may not be used; null when it may.</param>
    public Result<Change> Decide(CommandContext context, (Webhook Webhook, long Version)? kept, int count, long last, Refusal? address)
    {
        if (!context.May(Right.OutboxManage))
            return NotAuthorized.Lacking(Right.OutboxManage, "to make webhooks");
        if (TargetName.Check("name", Name) is { } name)
            return name;
        if (WebhookWriting.Check(Url, Description, address) is { } refusal)
            return refusal;
        if (kept is { Webhook.IsDeleted: false })
            return new WebhookExists(Name) { Path = ["name"] };
        if (count >= Webhook.MaxWebhooks)
            return new LimitExceeded("webhooks", Webhook.MaxWebhooks, count + 1, $"There are at most {Webhook.MaxWebhooks} webhooks.");
        var made = new Webhook
        {
            Name = Name, Url = Url, Description = Description, After = last,
            Secrets = [new(Secret, context.Time, null)], CreatedBy = context.Actor.Subject, CreatedAt = context.Time,
        };
        return WebhookWriting.Write(new Journal(context), null, kept?.Version ?? 0, made, "create", null);
    }
}
