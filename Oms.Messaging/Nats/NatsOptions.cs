using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace Oms.Messaging.Nats;

/// <summary>How to reach the NATS servers, and within which bounds.</summary>
public sealed record NatsOptions
{
    /// <summary>The servers to try; others that they tell of are tried as well.</summary>
    public required ImmutableArray<NatsServer> Servers { get; init; }

    /// <summary>What the servers show for this client.</summary>
    public string Name { get; init; } = "oms";

    /// <summary>The user; null where a token or nothing authenticates.</summary>
    public string? User { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }

    /// <summary>A token instead of a user.</summary>
    public string? Token { get; init; }

    /// <summary>
    /// A file of an nkey or of credentials. Not supported: nkeys sign with Ed25519, which .NET lacks, so a connection with it is refused
    /// with an error that says so.
    /// </summary>
    public string? CredentialsFile { get; init; }

    /// <summary>The authorities that servers' certificates are checked against; empty for the machine's own.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];

    /// <summary>This client's certificate; null when servers ask for none.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>How long one attempt to connect may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the connection is tried when nothing else comes.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Unanswered pings after which the connection is taken for dead: with the interval, half-open connections last less than 10 s.</summary>
    public int MaxPingsOut { get; init; } = 2;

    /// <summary>The wait after the first round of failed attempts; it doubles with each, up to <see cref="MaxReconnectWait"/>, with jitter.</summary>
    public TimeSpan ReconnectWait { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between rounds of attempts.</summary>
    public TimeSpan MaxReconnectWait { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Messages that may wait for a subscription's reader.</summary>
    public int SubscriptionCapacity { get; init; } = 65_536;

    /// <summary>Bytes that may wait to be sent before publishers wait.</summary>
    public int SendBufferBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The largest message that is taken from a server, headers included.</summary>
    public int MaxIncomingBytes { get; init; } = 64 * 1024 * 1024;
}
