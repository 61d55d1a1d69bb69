using System.Collections.Immutable;
using System.Globalization;
using Amazon.Runtime;
using Oms.Domain.Events;
using Oms.Domain.Ontology;
using Oms.Messaging.EventBridge;
using Oms.Messaging.Outbox;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.EventBridge;

public sealed class EventBridgeTargetTests : IDisposable
{
    private readonly EventBus bus = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => bus.Dispose();

    // The example "get-vanilla" of the published test suite: the check itself must be right.
    [Fact]
    public void The_check_of_signatures_computes_the_published_example() =>
        SigV4.Signature(
            EventBus.Secret, "20150830T123600Z", "us-east-1", "service",
            "GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            .ShouldBe("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");

    [Fact]
    public async Task Events_are_put_ten_at_a_time_signed_and_in_order()
    {
        await using var target = Target();
        (await target.DeliverAsync(Events(25), Cancel)).ShouldBe(new Delivery(25, null));
        bus.Calls.ShouldBe([10, 10, 5]);
        bus.Taken.Select(e => e.GetProperty("id").GetString()).ShouldBe(Enumerable.Range(1, 25).Select(i => $"e-{i}"));
        bus.Taken.First().GetProperty("type").GetString().ShouldBe("io.oms.branch.updated");
    }

    [Fact]
    public async Task A_call_keeps_to_256_KB_and_what_is_larger_alone_is_refused()
    {
        await using var target = Target();
        (await target.DeliverAsync(Events(6, 100_000), Cancel)).Delivered.ShouldBe(6);
        bus.Calls.ShouldBe([2, 2, 2]);
        var delivery = await target.DeliverAsync(Events(1, 300_000), Cancel);
        (delivery.Delivered, delivery.Failure!.Reason).ShouldBe((0, DeliveryFailureReason.Rejected));
    }

    [Fact]
    public async Task Only_the_entries_that_were_put_off_are_sent_again()
    {
        await using var target = Target();
        var left = 2;
        bus.Refuse = e => e.GetProperty("id").GetString() is "e-3" or "e-7" && left-- > 0 ? "ThrottlingException" : null;
        (await target.DeliverAsync(Events(10), Cancel)).ShouldBe(new Delivery(10, null));
        bus.Calls.ShouldBe([10, 2]);
        bus.Taken.Count.ShouldBe(10);
    }

    [Fact]
    public async Task What_the_bus_has_is_not_sent_again_when_the_relay_starts_over_before_it()
    {
        await using var target = Target();
        bus.Refuse = e => e.GetProperty("id").GetString() == "e-3" ? "InternalFailure" : null;
        var delivery = await target.DeliverAsync(Events(10), Cancel);
        (delivery.Delivered, delivery.Failure!.Reason).ShouldBe((2, DeliveryFailureReason.Unavailable));
        bus.Taken.Count.ShouldBe(9);

        bus.Refuse = _ => null;
        (await target.DeliverAsync(Events(12).RemoveRange(0, 2), Cancel)).ShouldBe(new Delivery(10, null));
        bus.Taken.Select(e => e.GetProperty("id").GetString()).Distinct().Count().ShouldBe(12);
        bus.Taken.Count.ShouldBe(12);
    }

    [Fact]
    public async Task An_entry_that_is_refused_for_good_stops_at_its_place_and_the_others_are_taken()
    {
        await using var target = Target();
        bus.Refuse = e => e.GetProperty("id").GetString() == "e-2" ? "MalformedDetail" : null;
        var delivery = await target.DeliverAsync(Events(3), Cancel);
        (delivery.Delivered, delivery.Failure!.Reason, delivery.Failure.Message).ShouldBe((1, DeliveryFailureReason.Rejected, "EventBridge refused the event: MalformedDetail: told so"));
        bus.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task With_a_wrong_secret_nothing_is_taken_and_nothing_is_given_up()
    {
        await using var target = Target("another secret");
        var delivery = await target.DeliverAsync(Events(1), Cancel);
        (delivery.Delivered, delivery.Failure!.Reason).ShouldBe((0, DeliveryFailureReason.Unavailable));
        delivery.Failure.Message.ShouldBe("EventBridge answered 400: InvalidSignatureException the signature does not match");
    }

    [Fact]
    public async Task Credentials_of_a_role_sign_their_token_too()
    {
        await using var target = Target(token: "session-token");
        (await target.DeliverAsync(Events(1), Cancel)).Delivered.ShouldBe(1);
    }

    private EventBridgeTarget Target(string secret = EventBus.Secret, string? token = null) => new(
        new EventBridgeOptions(bus.Endpoint, EventBus.Region, "oms-events", _ => new(new ImmutableCredentials(EventBus.Key, secret, token))), TimeProvider.System)
    {
        Rounds = new(3, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2), 2, 0),
    };

    private static ImmutableArray<EventRecord> Events(int count, int dataBytes = 20) => [.. Enumerable.Range(1, count).Select(i => new EventRecord
    {
        Sequence = i, Id = string.Create(CultureInfo.InvariantCulture, $"e-{i}"), Type = EventTypes.BranchUpdated, Subject = "branch/main", Time = DateTimeOffset.UnixEpoch,
        Branch = "한글", Author = "ann", CorrelationId = "c", Data = new JsonLiteral($"\"{new string('x', dataBytes)}\""),
    })];
}
