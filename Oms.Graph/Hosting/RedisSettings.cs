using StackExchange.Redis;

namespace Oms.Graph.Hosting;

/// <summary>Whether servers share operation documents through Redis; configuration section <c>Redis</c>. Without <c>Redis:Configuration</c> they do not.</summary>
/// <param name="Connection">How to reach the server.</param>
/// <param name="DocumentExpiration">How long a document is kept after a client last brought it along.</param>
internal sealed record RedisSettings(ConfigurationOptions Connection, TimeSpan DocumentExpiration)
{
    private static readonly TimeSpan DefaultExpiration = TimeSpan.FromDays(30);

    /// <summary>Reads the section; null when no server is named.</summary>
    /// <exception cref="StartRefusedException">A value can not be used.</exception>
    internal static RedisSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Redis");
        if (string.IsNullOrWhiteSpace(section["Configuration"]))
            return null;
        try
        {
            var connection = ConfigurationOptions.Parse(section["Configuration"]!);
            // Redis may be away when the server starts, as at any time later.
            connection.AbortOnConnectFail = false;
            connection.ClientName = "oms";
            var expiration = section.GetValue("DocumentExpiration", DefaultExpiration);
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(expiration, TimeSpan.Zero);
            return new RedisSettings(connection, expiration);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            throw new StartRefusedException($"The section Redis of the configuration can not be used: {e.Message}");
        }
    }
}
