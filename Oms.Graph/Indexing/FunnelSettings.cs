using Oms.Domain.Access;
using Oms.Graph.Hosting;
using Oms.Messaging.Inbox;

namespace Oms.Graph.Indexing;

/// <summary>How events of the indexing pipeline come in; configuration section <c>Funnel</c>.</summary>
/// <param name="Inbox">The stream and the bounds.</param>
/// <param name="Indexer">
/// Who the sender counts as: whoever may publish to the stream at the broker. It holds the locks that its events begin, so an indexer that
/// mixes events and mutations needs a token of the same subject.
/// </param>
internal sealed record FunnelSettings(InboxOptions Inbox, Actor Indexer)
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="StartRefusedException">A value can not be used.</exception>
    internal static FunnelSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Funnel");
        var inbox = new InboxOptions { Name = "funnel", Stream = section["Stream"] ?? "OMS_FUNNEL", Subject = "funnel.>", Durable = section["Consumer"] ?? "funnel-indexing" };
        try
        {
            return new(
                inbox with
                {
                    AckWait = section.GetValue("AckWait", inbox.AckWait),
                    MaxAge = section.GetValue("MaxAge", inbox.MaxAge),
                    Replicas = section.GetValue("Replicas", inbox.Replicas),
                    Retries = inbox.Retries with { Initial = section.GetValue("RetryWait", inbox.Retries.Initial) },
                },
                new Actor(section["Subject"] ?? "funnel-service", [Role.ServiceAccount]));
        }
        catch (InvalidOperationException e)
        {
            throw new StartRefusedException($"The section Funnel of the configuration can not be used: {e.Message}");
        }
    }
}
