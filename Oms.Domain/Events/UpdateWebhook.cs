using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Tells a webhook elsewhere, or says anew what it is for. Its secrets and its place in the log stay.</summary>
/// <param name="Name">The webhook.</param>
/// <param name="Url">Where it is told from now on; null to leave that as it is.</param>
/// <param name="Description">What it is for; null to leave that as it is.</param>
/// <param name="Reason">Why.</param>
public sealed record UpdateWebhook(string Name, string? Url, string? Description, string Reason)
{
    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.Webhook, Name, "update") { Reason = Reason };

    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="kept">The webhook with its version; null when there is none of this name.</param>
    /// <param name="address">Why the address may not be used; null when it may.</param>
    public Result<Change> Decide(CommandContext context, (Webhook Webhook, long Version)? kept, Refusal? address)
    {
        if (!context.May(Right.OutboxManage))
            return NotAuthorized.Lacking(Right.OutboxManage, "to change a webhook");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (kept is not var (before, version))
            return new WebhookNotFound(Name) { Path = ["name"] };
        var after = before with { Url = Url ?? before.Url, Description = Description ?? before.Description };
        if (WebhookWriting.Check(after.Url, after.Description, address) is { } refusal)
            return refusal;
        if (after.Url == before.Url && after.Description == before.Description)
            return new InvalidValue(Name, $"The webhook '{Name}' is so already; say another `url` or another `description`.");
        var journal = new Journal(context);
        journal.TellAbout(EventTypes.WebhookUpdated, $"webhook/{Name}", new WebhookData(Name, Reason));
        return WebhookWriting.Write(journal, before, version, after, "update", Reason);
    }
}
