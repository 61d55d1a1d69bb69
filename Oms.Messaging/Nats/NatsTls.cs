using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Oms.Messaging.Nats;

/// <summary>Encrypts a connection after the server's first line, as NATS does.</summary>
internal static class NatsTls
{
    internal static async Task<SslStream> UpgradeAsync(Stream plain, NatsServer server, ServerInfo info, NatsOptions options, CancellationToken cancellationToken)
    {
        if (!info.RequiresTls && !info.OffersTls)
            throw new NatsException($"The server {server} offers no TLS, and this client was told to use it.");
        var stream = new SslStream(plain);
        try
        {
            await stream.AuthenticateAsClientAsync(OptionsFor(server, options), cancellationToken).ConfigureAwait(false);
            return stream;
        }
        catch (AuthenticationException e)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw new NatsException($"The certificate of {server} is not trusted: {e.Message}", e);
        }
    }

    private static SslClientAuthenticationOptions OptionsFor(NatsServer server, NatsOptions options)
    {
        var client = new SslClientAuthenticationOptions { TargetHost = server.Host };
        if (options.ClientCertificate is { } own)
            client.ClientCertificates = [own];
        if (options.Authorities.Count > 0)
        {
            client.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            client.CertificateChainPolicy.CustomTrustStore.AddRange(options.Authorities);
        }

        return client;
    }
}
