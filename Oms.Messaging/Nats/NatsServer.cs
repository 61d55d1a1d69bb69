namespace Oms.Messaging.Nats;

/// <summary>Where a server is reached.</summary>
/// <param name="Host">The name or address.</param>
/// <param name="Port">The port; 4222 where none is named.</param>
/// <param name="RequiresTls">True for <c>tls://</c>: the connection is encrypted or not made.</param>
public sealed record NatsServer(string Host, int Port, bool RequiresTls)
{
    /// <summary>The port of a server that names none.</summary>
    public const int DefaultPort = 4222;

    /// <summary>Reads <c>nats://host:port</c>, <c>tls://host:port</c> or <c>host:port</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static NatsServer Parse(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "nats://" + text;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("nats" or "tls") || uri.Host.Length == 0 || uri.AbsolutePath.Length > 1)
            throw new FormatException($"'{text}' is no address of a NATS server; expected nats://host:port or tls://host:port.");
        if (uri.UserInfo.Length > 0)
            throw new FormatException($"The address of '{uri.Host}' carries credentials; give them as options, where they are not logged.");
        return new NatsServer(uri.Host.Trim('[', ']'), uri.Port > 0 ? uri.Port : DefaultPort, uri.Scheme == "tls");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(RequiresTls ? "tls" : "nats")}://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";
}
