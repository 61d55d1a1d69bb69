using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Oms.Messaging.Tests.Servers;

/// <summary>An authority and a server certificate for 127.0.0.1, made for one test.</summary>
internal sealed class Certificates
{
    private Certificates(string folder, X509Certificate2 authority) => (Folder, Authority) = (folder, authority);

    internal string Folder { get; }

    internal X509Certificate2 Authority { get; }

    internal string[] ServerArguments => ["--tls", "--tlscert", Path.Combine(Folder, "cert.pem"), "--tlskey", Path.Combine(Folder, "key.pem")];

    internal static Certificates Make(string folder)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var authority = request.CreateSelfSigned(from, to);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var server = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        server.CertificateExtensions.Add(names.Build());
        using var certificate = server.Create(authority, from, to, [1, 2, 3, 4]);
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return new(folder, authority);
    }
}
