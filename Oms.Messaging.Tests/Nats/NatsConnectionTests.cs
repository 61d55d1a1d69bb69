using System.Diagnostics;
using System.Text;
using Oms.Engine.Tests;
using Oms.Messaging.Nats;
using Oms.Messaging.Tests.Servers;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.Nats;

public sealed class NatsConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_published_arrives_in_order_with_its_headers()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        await using var all = await connection.SubscribeAsync("a.>", cancellationToken: Cancel);
        await using var one = await connection.SubscribeAsync("*.b", cancellationToken: Cancel);

        for (var i = 0; i < 1000; i++)
            await connection.PublishAsync("a.b", Encoding.UTF8.GetBytes($"{i}"), new NatsHeaders([new("N", $"{i}"), new("Label", "예")]), cancellationToken: Cancel);

        for (var i = 0; i < 1000; i++)
        {
            var message = await all.ReadAsync(Cancel);
            (message.Subject, Encoding.UTF8.GetString(message.Data.Span), message.Headers["N"], message.Headers["Label"]).ShouldBe(("a.b", $"{i}", $"{i}", "예"));
            (await one.ReadAsync(Cancel)).Subject.ShouldBe("a.b");
        }
    }

    [Fact]
    public async Task Members_of_a_queue_group_share_the_messages()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        await using var left = await connection.SubscribeAsync("work", "group", cancellationToken: Cancel);
        await using var right = await connection.SubscribeAsync("work", "group", cancellationToken: Cancel);

        for (var i = 0; i < 200; i++)
            await connection.PublishAsync("work", default, cancellationToken: Cancel);
        await connection.FlushAsync(Cancel);

        var (onLeft, onRight) = (Count(left), Count(right));
        (onLeft + onRight).ShouldBe(200);
        onLeft.ShouldBeGreaterThan(0);
        onRight.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_request_is_answered_or_says_why_not()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        await using var echo = await connection.SubscribeAsync("echo", cancellationToken: Cancel);
        var answering = AnswerAsync(connection, echo);

        (await connection.RequestAsync("echo", "hello"u8.ToArray(), cancellationToken: Cancel)).Data.ToArray().ShouldBe("hello"u8.ToArray());
        await answering;
        (await Should.ThrowAsync<NatsNoRespondersException>(() => connection.RequestAsync("nobody", default, cancellationToken: Cancel))).Subject.ShouldBe("nobody");
        await Should.ThrowAsync<TimeoutException>(() => connection.RequestAsync("echo", default, timeout: TimeSpan.FromMilliseconds(200), cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("ann", "secret", null, true)]
    [InlineData("ann", "wrong", null, false)]
    [InlineData(null, null, null, false)]
    public async Task A_user_is_let_in_with_the_password_only(string? user, string? password, string? token, bool isLetIn)
    {
        await using var server = await NatsServerProcess.StartAsync("--user", "ann", "--pass", "secret");
        await ShouldConnectAsync(server.Options with { User = user, Password = password, Token = token }, isLetIn);
    }

    [Theory]
    [InlineData("t0ken", true)]
    [InlineData("other", false)]
    public async Task A_token_lets_in(string token, bool isLetIn)
    {
        await using var server = await NatsServerProcess.StartAsync("--auth", "t0ken");
        await ShouldConnectAsync(server.Options with { Token = token }, isLetIn);
    }

    [Fact]
    public void Credentials_of_an_nkey_are_refused_with_the_reason() =>
        Should.Throw<NatsException>(() => NatsConnection.Start(new NatsOptions { Servers = [new("127.0.0.1", 1, false)], CredentialsFile = "user.creds" }))
            .Message.ShouldContain("Ed25519");

    [Fact]
    public async Task Nobody_at_home_is_said_for_each_server()
    {
        var ports = NatsServerProcess.FreePorts(2);
        var refusal = await Should.ThrowAsync<NatsException>(() => NatsConnection.ConnectAsync(new NatsOptions { Servers = [.. ports.Select(p => new NatsServer("127.0.0.1", p, false))] }, Cancel));
        ports.ShouldAllBe(p => refusal.Message.Contains($"nats://127.0.0.1:{p}"));
    }

    [Fact]
    public async Task A_subscription_survives_the_servers_death()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        await using var subscription = await connection.SubscribeAsync("news", cancellationToken: Cancel);

        await server.KillAsync();
        await server.StartAgainAsync();
        await Eventually.HoldsAsync(() => connection is { State: NatsConnectionState.Connected, Reconnects: 1 });
        await connection.PublishAsync("news", "again"u8.ToArray(), cancellationToken: Cancel);

        (await subscription.ReadAsync(Cancel)).Data.ToArray().ShouldBe("again"u8.ToArray());
        connection.LastError.ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_server_takes_over()
    {
        await using var first = await NatsServerProcess.StartAsync();
        await using var second = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(first.Options with { Servers = [first.Address, second.Address] }, Cancel);
        var (used, other) = connection.Server!.Port == first.Port ? (first, second) : (second, first);

        await used.KillAsync();
        await Eventually.HoldsAsync(() => connection.Server?.Port == other.Port);
        await connection.FlushAsync(Cancel);
    }

    [Fact]
    public async Task A_server_that_hangs_is_noticed_within_ten_seconds()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        var request = connection.RequestAsync("nobody.yet", default, timeout: TimeSpan.FromSeconds(60), cancellationToken: Cancel);
        await Should.ThrowAsync<NatsNoRespondersException>(() => request);

        server.Pause();
        var watch = Stopwatch.StartNew();
        var hanging = connection.RequestAsync("echo", default, timeout: TimeSpan.FromSeconds(60), cancellationToken: Cancel);
        await Should.ThrowAsync<NatsConnectionLostException>(() => hanging);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        server.Resume();
        await Eventually.HoldsAsync(() => connection.State == NatsConnectionState.Connected);
    }

    [Fact]
    public async Task A_program_may_start_before_its_broker()
    {
        var port = NatsServerProcess.FreePort();
        await using var connection = NatsConnection.Start(new NatsOptions { Servers = [new("127.0.0.1", port, false)], MaxReconnectWait = TimeSpan.FromMilliseconds(200) });
        var publishing = connection.PublishAsync("early", default, cancellationToken: Cancel).AsTask();
        await Task.Delay(100, Cancel);
        publishing.IsCompleted.ShouldBeFalse();

        await using var server = await NatsServerProcess.StartAsync(port);
        await publishing;
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_sent()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        var refusal = await Should.ThrowAsync<ArgumentException>(async () => await connection.PublishAsync("big", new byte[2_000_000], cancellationToken: Cancel));
        refusal.Message.ShouldContain("1048576");
        await connection.FlushAsync(Cancel);
    }

    [Fact]
    public async Task A_slow_reader_is_told_what_it_missed_and_slows_nobody()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        await using var slow = await connection.SubscribeAsync("fast", capacity: 10, cancellationToken: Cancel);
        for (var i = 0; i < 100; i++)
            await connection.PublishAsync("fast", default, cancellationToken: Cancel);
        await connection.FlushAsync(Cancel);

        for (var i = 0; i < 10; i++)
            await slow.ReadAsync(Cancel);
        await Should.ThrowAsync<NatsSlowConsumerException>(async () => await slow.ReadAsync(Cancel));
    }

    private static async Task ShouldConnectAsync(NatsOptions options, bool isLetIn)
    {
        if (!isLetIn)
        {
            (await Should.ThrowAsync<NatsException>(() => NatsConnection.ConnectAsync(options, Cancel))).Message.ShouldContain("Authorization Violation");
            return;
        }

        await using var connection = await NatsConnection.ConnectAsync(options, Cancel);
        await connection.FlushAsync(Cancel);
    }

    private static async Task AnswerAsync(NatsConnection connection, NatsSubscription subscription)
    {
        var request = await subscription.ReadAsync(Cancel);
        await connection.PublishAsync(request.ReplyTo!, request.Data, cancellationToken: Cancel);
    }

    private static int Count(NatsSubscription subscription)
    {
        var count = 0;
        while (subscription.TryRead(out _))
            count++;
        return count;
    }
}
