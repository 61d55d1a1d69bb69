using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Oms.Domain.Events;
using Oms.Messaging.CloudEvents;

namespace Oms.Messaging.Webhooks;

/// <summary>
/// Sends events to webhooks: CloudEvents in structured mode, signed by Standard Webhooks. A name is resolved once and only addresses that the
/// policy allows are connected to, so that a name which leads inside, or is changed to, leads nowhere; redirects are not followed; time and
/// the answer's size are bounded. One for the process.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    private const int MaxAnswer = 1024;

    private readonly AddressPolicy policy;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    /// <summary>Sends under a policy.</summary>
    /// <param name="policy">Which addresses may be called.</param>
    /// <param name="timeout">The time from the beginning of a connection to the end of the answer.</param>
    /// <param name="time">The clock of timestamps.</param>
    public WebhookSender(AddressPolicy policy, TimeSpan timeout, TimeProvider time)
    {
        (this.policy, this.time) = (policy, time);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
            MaxConnectionsPerServer = 4,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        client = new HttpClient(handler) { Timeout = timeout };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("OMS-Webhooks/1.0");
    }

    /// <summary>Sends one event once.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="secrets">The secrets that sign, as text.</param>
    /// <param name="record">The event.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What came of it; <see cref="WebhookDelivery.Error"/> says why it failed.</returns>
    public async Task<WebhookDelivery> SendAsync(string url, IEnumerable<string> secrets, EventRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var now = time.GetUtcNow();
        var delivery = new WebhookDelivery { Sequence = record.Sequence, EventId = record.Id, EventType = record.Type, Time = now };
        var watch = Stopwatch.StartNew();
        try
        {
            // What the policy says may have changed since the webhook was made.
            if (policy.Refuse(url) is { } refusal)
                return delivery with { Error = refusal };
            using var request = Request(url, secrets, record, now.ToUnixTimeSeconds());
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var answer = await BeginningAsync(response, cancellationToken).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            return delivery with
            {
                Status = status, Answer = answer, DurationMs = (int)watch.ElapsedMilliseconds,
                Error = status is >= 200 and < 300 ? null : $"the answer was {status}{(status is >= 300 and < 400 ? "; redirects are not followed" : "")}",
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return delivery with { DurationMs = (int)watch.ElapsedMilliseconds, Error = (e.InnerException as AddressRefusedException ?? e).Message };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return delivery with { DurationMs = (int)watch.ElapsedMilliseconds, Error = $"there was no whole answer after {client.Timeout.TotalSeconds:0.#} s" };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static HttpRequestMessage Request(string url, IEnumerable<string> secrets, EventRecord record, long timestamp)
    {
        var body = CloudEventFormat.Write(record);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(CloudEventFormat.ContentType);
        request.Headers.Add("webhook-id", record.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Sign(secrets, record.Id, timestamp, body));
        return request;
    }

    // HttpClient's own timeout ends with the headers; the body is under the same bound.
    private async Task<string?> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(client.Timeout);
        var stream = await response.Content.ReadAsStreamAsync(bound.Token).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var bytes = new byte[MaxAnswer];
            var read = await stream.ReadAtLeastAsync(bytes, MaxAnswer, throwOnEndOfStream: false, bound.Token).ConfigureAwait(false);
            var text = Encoding.UTF8.GetString(bytes, 0, read);
            return read == 0 ? null : string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c));
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        var isPlain = context.InitialRequestMessage.RequestUri!.Scheme == "http";
        var open = addresses.Where(a => isPlain ? policy.IsAllowedSpecially(a) : policy.Allows(a)).ToArray();
        if (open.Length == 0 || open.Length < addresses.Length)
            throw new AddressRefusedException($"{host} leads to an address that is private, local or reserved, and this server does not call such addresses");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
