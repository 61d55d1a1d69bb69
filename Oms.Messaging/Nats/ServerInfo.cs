using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oms.Messaging.Nats;

/// <summary>What a server says of itself (<c>INFO</c>).</summary>
internal sealed record ServerInfo
{
    [JsonPropertyName("server_id")]
    public string? ServerId { get; init; }

    [JsonPropertyName("server_name")]
    public string? ServerName { get; init; }

    [JsonPropertyName("version")]
    public string? Version { get; init; }

    [JsonPropertyName("headers")]
    public bool SupportsHeaders { get; init; }

    [JsonPropertyName("max_payload")]
    public long MaxPayload { get; init; }

    [JsonPropertyName("jetstream")]
    public bool HasJetStream { get; init; }

    [JsonPropertyName("auth_required")]
    public bool RequiresAuthentication { get; init; }

    [JsonPropertyName("tls_required")]
    public bool RequiresTls { get; init; }

    [JsonPropertyName("tls_available")]
    public bool OffersTls { get; init; }

    [JsonPropertyName("nonce")]
    public string? Nonce { get; init; }

    [JsonPropertyName("connect_urls")]
    public string[]? ConnectUrls { get; init; }

    [JsonPropertyName("ldm")]
    public bool IsLameDuck { get; init; }

    /// <summary>Reads it.</summary>
    /// <exception cref="NatsProtocolException">The text is not the JSON that is expected.</exception>
    internal static ServerInfo Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, NatsJson.Default.ServerInfo) ?? throw new NatsProtocolException("The server's INFO is null.");
        }
        catch (JsonException e)
        {
            throw new NatsProtocolException($"The server's INFO can not be read: {e.Message}");
        }
    }
}
