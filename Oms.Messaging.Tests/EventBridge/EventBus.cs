using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Oms.Messaging.Tests.EventBridge;

/// <summary>What EventBridge does with PutEvents, on loopback: the signature is computed again from the request and its limits are held.</summary>
internal sealed class EventBus : IDisposable
{
    internal const string Key = "AKIDEXAMPLE";
    internal const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    internal const string Region = "eu-north-1";

    private readonly HttpListener listener = new();
    private readonly Task serving;

    internal EventBus()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        listener.Prefixes.Add(Endpoint.ToString());
        listener.Start();
        serving = Task.Run(ServeAsync);
    }

    internal Uri Endpoint { get; }

    /// <summary>The details of the entries that were taken.</summary>
    internal ConcurrentQueue<JsonElement> Taken { get; } = [];

    /// <summary>The number of entries of each call.</summary>
    internal ConcurrentQueue<int> Calls { get; } = [];

    /// <summary>The error code for an entry; null to take it.</summary>
    internal Func<JsonElement, string?> Refuse { get; set; } = _ => null;

    public void Dispose()
    {
        listener.Stop();
        serving.Wait();
        listener.Close();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var copy = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(copy);
            var (status, answer) = Answer(context.Request, copy.ToArray());
            context.Response.StatusCode = status;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            context.Response.Close();
        }
    }

    private (int Status, string Answer) Answer(HttpListenerRequest request, byte[] body)
    {
        if (Fault(request, body) is { } fault)
            return (400, JsonSerializer.Serialize(new { __type = "InvalidSignatureException", message = fault }));
        var entries = JsonElement.Parse(body).GetProperty("Entries").EnumerateArray().ToList();
        var size = entries.Sum(e => 14 + new[] { "Source", "DetailType", "Detail" }.Sum(f => Encoding.UTF8.GetByteCount(e.GetProperty(f).GetString()!)));
        if (entries.Count is 0 or > 10 || size > 256 * 1024)
            return (400, JsonSerializer.Serialize(new { __type = "ValidationException", message = $"{entries.Count} entries of {size} bytes" }));
        Calls.Enqueue(entries.Count);
        var results = new List<object>();
        foreach (var entry in entries)
        {
            var detail = JsonElement.Parse(entry.GetProperty("Detail").GetString()!);
            if (Refuse(detail) is { } code)
            {
                results.Add(new { ErrorCode = code, ErrorMessage = "told so" });
                continue;
            }

            Taken.Enqueue(detail);
            results.Add(new { EventId = Guid.NewGuid() });
        }

        return (200, JsonSerializer.Serialize(new { FailedEntryCount = results.Count, Entries = results }));
    }

    private static string? Fault(HttpListenerRequest request, byte[] body)
    {
        var authorization = request.Headers["Authorization"] ?? "";
        var date = request.Headers["X-Amz-Date"] ?? "";
        var signed = authorization.Split("SignedHeaders=").Last().Split(',')[0].Split(';');
        if (!authorization.StartsWith($"AWS4-HMAC-SHA256 Credential={Key}/{date[..8]}/{Region}/events/aws4_request", StringComparison.Ordinal))
            return "the credential is not what it should be: " + authorization;
        if (!new[] { "host", "x-amz-date", "x-amz-target" }.All(signed.Contains))
            return "not everything that must be signed is";
        var headers = signed.Select(name => $"{name}:{(name == "host" ? request.UserHostName : request.Headers[name])!.Trim()}\n");
        var canonical = $"POST\n/\n\n{string.Concat(headers)}\n{string.Join(';', signed)}\n{SigV4.Hex(SHA256.HashData(body))}";
        var expected = SigV4.Signature(Secret, date, Region, "events", canonical);
        if (!authorization.EndsWith("Signature=" + expected, StringComparison.Ordinal))
            return "the signature does not match";
        return request.Headers["X-Amz-Target"] == "AWSEvents.PutEvents" ? null : "this is not PutEvents";
    }
}
