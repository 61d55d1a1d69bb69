using Microsoft.IdentityModel.Tokens;
using Oms.Graph.Hosting;

namespace Oms.Graph.Authentication;

/// <summary>
/// A JSON Web Key Set of another issuer, from a file or an address. Only asymmetric signing keys of it count. It is read at the start,
/// each hour, and when a token names an unknown key, but never more than once a minute: a flood of made-up key ids reaches nobody.
/// </summary>
internal sealed class KeySetSource : IKeySource, IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly TokenOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1024 * 1024,
    };

    private readonly System.Threading.Lock gate = new();
    private SecurityKey[] keys;
    private DateTimeOffset readAt;

    /// <summary>Reads the set for the first time.</summary>
    /// <exception cref="StartRefusedException">It can not be read, or holds no key that can be used.</exception>
    public KeySetSource(TokenOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        if (options.JwksUrl is { } url && url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            throw new StartRefusedException($"Authentication:JwksUrl {url} is not https");
        if (string.IsNullOrEmpty(options.Issuer))
            throw new StartRefusedException("Authentication:Issuer must say whose tokens the key set is for");
        keys = Read();
        readAt = time.GetUtcNow();
    }

    /// <inheritdoc/>
    public IEnumerable<SecurityKey> KeysFor(string? keyId)
    {
        lock (gate)
        {
            var age = time.GetUtcNow() - readAt;
            if (age > Lifetime || (age > Pause && !keys.Any(k => k.KeyId == keyId)))
                Refresh();
            return keys.Where(k => k.KeyId == keyId).ToArray();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private void Refresh()
    {
        readAt = time.GetUtcNow();
        try
        {
            keys = Read();
        }
        catch (StartRefusedException e)
        {
            // The keys known so far go on: an identity provider that is away must not lock everybody out.
            Log(e.Message);
        }
    }

    private static void Log(string message) => Console.Error.WriteLine($"authentication: {message}; the keys read before stay in use");

    private SecurityKey[] Read()
    {
        var place = options.JwksFile ?? options.JwksUrl!.ToString();
        try
        {
            var json = options.JwksFile is { } file ? File.ReadAllText(file) : Fetch(options.JwksUrl!);
            var found = new JsonWebKeySet(json).GetSigningKeys().Where(k => k is AsymmetricSecurityKey or JsonWebKey { Kty: "RSA" or "EC" }).ToArray();
            return found.Length > 0 ? found : throw new StartRefusedException($"the key set {place} holds no RSA or EC signing key");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException or TaskCanceledException or ArgumentException)
        {
            throw new StartRefusedException($"the key set {place} can not be read: {e.Message}");
        }
    }

    private string Fetch(Uri url)
    {
        using var response = client.Send(new HttpRequestMessage(HttpMethod.Get, url));
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(response.Content.ReadAsStream());
        return reader.ReadToEnd();
    }
}
