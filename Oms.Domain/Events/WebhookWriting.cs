using Oms.Domain.Audit;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Writes a webhook down. Its secrets are in the document only, never in the audit log.</summary>
internal static class WebhookWriting
{
    // The longest address, in characters.
    private const int MaxUrl = 2_000;

    /// <summary>Why a webhook can not be so; null when it can.</summary>
    internal static Refusal? Check(string url, string description, Refusal? address) =>
        TextLimits.Check("url", url, MaxUrl)
        ?? TextLimits.CheckOptional("description", description, TextLimits.MaxDescription)
        ?? (address is null ? null : address with { Path = ["url"] });

    internal static Change Write(Journal journal, Webhook? before, long version, Webhook after, string verb, string? reason)
    {
        journal.Record(TargetTypes.Webhook, after.Name, verb, e => e with { Reason = reason, Before = Literal(before), After = Literal(after) });
        return new Change
        {
            Documents = [new(Webhook.DocumentKind, after.Name, version, CanonicalJson.Write(after))],
            Audit = journal.Entries,
            Events = journal.Events,
        };
    }

    private static JsonLiteral? Literal(Webhook? webhook) => webhook is null ? null : CanonicalJson.Literal(new
    {
        webhook.DeletedAt,
        webhook.Description,
        webhook.DisabledReason,
        SecretsSince = webhook.Secrets.Select(s => s.CreatedAt).ToArray(),
        webhook.Url,
    });
}
