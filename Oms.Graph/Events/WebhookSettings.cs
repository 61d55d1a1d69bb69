using System.Net;
using Oms.Graph.Hosting;
using Oms.Messaging.Outbox;
using Oms.Messaging.Webhooks;

namespace Oms.Graph.Events;

/// <summary>How webhooks are called; configuration section <c>Webhooks</c>.</summary>
/// <param name="Addresses">Which addresses may be called; <c>AllowedNetworks</c>, as CIDR and separated by commas, may although they are private.</param>
/// <param name="Timeout">The longest time one call may take; <c>Timeout</c>, 1 s to 30 s.</param>
/// <param name="Retries">What is tried again, and when; <c>Attempts</c> and <c>RetryAfter</c> (the first wait).</param>
internal sealed record WebhookSettings(AddressPolicy Addresses, TimeSpan Timeout, RetryPolicy Retries)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartRefusedException">A value can not be used.</exception>
    internal static WebhookSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Webhooks");
        try
        {
            var networks = (section["AllowedNetworks"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var timeout = section.GetValue("Timeout", TimeSpan.FromSeconds(15));
            if (timeout < TimeSpan.FromSeconds(1) || timeout > Longest)
                throw new FormatException($"Timeout is {timeout}, and a call may take 1 to {Longest.TotalSeconds} s");
            var retries = RetryPolicy.Webhook with
            {
                Attempts = Math.Max(1, section.GetValue("Attempts", RetryPolicy.Webhook.Attempts)),
                Initial = section.GetValue("RetryAfter", RetryPolicy.Webhook.Initial),
            };
            return new(new AddressPolicy([.. networks.Select(IPNetwork.Parse)]), timeout, retries);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new StartRefusedException($"The section Webhooks of the configuration can not be used: {e.Message}");
        }
    }
}
