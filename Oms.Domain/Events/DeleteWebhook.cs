using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Removes a webhook that no route names. Its secrets are gone with it, and what waited for it is told to nobody.</summary>
/// <param name="Name">The webhook.</param>
/// <param name="Reason">Why.</param>
public sealed record DeleteWebhook(string Name, string Reason)
{
    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.Webhook, Name, "delete") { Reason = Reason };

    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="kept">The webhook with its version; null when there is none of this name.</param>
    /// <param name="routes">The routes as they stand, with their version.</param>
    public Result<Change> Decide(CommandContext context, (Webhook Webhook, long Version)? kept, (RouteTable Table, long Version) routes)
    {
        if (!context.May(Right.OutboxManage))
            return NotAuthorized.Lacking(Right.OutboxManage, "to delete a webhook");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (kept is not var (before, version))
            return new WebhookNotFound(Name) { Path = ["name"] };
        ImmutableArray<string> naming = [.. routes.Table.Current().Where(r => r.Targets.Contains(before.Target)).Select(r => r.Name)];
        if (!naming.IsEmpty)
            return new WebhookInUse(Name, naming) { Path = ["name"] };
        var after = before with { Secrets = [], DisabledReason = Reason, DisabledAt = context.Time, DeletedAt = context.Time };
        var journal = new Journal(context);
        journal.TellAbout(EventTypes.WebhookDeleted, $"webhook/{Name}", new WebhookData(Name, Reason));
        var change = WebhookWriting.Write(journal, before, version, after, "delete", Reason);

        // The routes are written as they are, so that a route which names the webhook meanwhile is decided anew, or this is.
        return change with { Documents = [.. change.Documents, new(RouteTable.DocumentKind, RouteTable.Key, routes.Version, CanonicalJson.Write(routes.Table))] };
    }
}
