using Oms.Messaging.Nats;
using Oms.Messaging.Tests.Servers;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.Nats;

public sealed class TlsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oms-tls-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_server_is_trusted_through_its_authority_and_not_otherwise()
    {
        var certificates = Certificates.Make(folder);
        await using var server = await NatsServerProcess.StartAsync(certificates.ServerArguments);
        await using (var connection = await NatsConnection.ConnectAsync(server.Options with { Authorities = [certificates.Authority] }, Cancel))
            await connection.FlushAsync(Cancel);

        (await Should.ThrowAsync<NatsException>(() => NatsConnection.ConnectAsync(server.Options, Cancel))).Message.ShouldContain("not trusted");
    }

    [Fact]
    public async Task A_server_without_TLS_is_not_spoken_to_in_the_clear_when_TLS_was_asked_for()
    {
        await using var server = await NatsServerProcess.StartAsync();
        var options = server.Options with { Servers = [server.Address with { RequiresTls = true }] };
        (await Should.ThrowAsync<NatsException>(() => NatsConnection.ConnectAsync(options, Cancel))).Message.ShouldContain("offers no TLS");
    }
}
