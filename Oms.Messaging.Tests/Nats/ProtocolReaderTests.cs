using System.Buffers;
using System.Text;
using Oms.Messaging.Nats;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.Nats;

public sealed class ProtocolReaderTests
{
    private const string Stream =
        "INFO {\"server_id\":\"x\",\"headers\":true}\r\nPING\r\n+OK\r\nMSG a.b 7 5\r\nhello\r\nmsg a.b 7 reply.to 0\r\n\r\n" +
        "HMSG c 9 12 17\r\nNATS/1.0\r\n\r\nworld\r\nHMSG c 9 r 29 29\r\nNATS/1.0 503 Nobody\r\nA: b\r\n\r\n\r\nPONG\r\n-ERR 'Slow Consumer'\r\n";

    [Fact]
    public void Every_operation_is_read()
    {
        var operations = ReadAll(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(Stream)), out var left);

        left.ShouldBe(0);
        operations.Select(o => o.Kind).ShouldBe([
            ServerOperationKind.Info, ServerOperationKind.Ping, ServerOperationKind.Ok, ServerOperationKind.Message, ServerOperationKind.Message,
            ServerOperationKind.Message, ServerOperationKind.Message, ServerOperationKind.Pong, ServerOperationKind.Error]);
        operations[3].ShouldSatisfyAllConditions(o => o.SubscriptionId.ShouldBe(7), o => Encoding.UTF8.GetString(o.Message!.Data.Span).ShouldBe("hello"));
        operations[4].Message!.ReplyTo.ShouldBe("reply.to");
        Encoding.UTF8.GetString(operations[5].Message!.Data.Span).ShouldBe("world");
        operations[6].Message!.Headers.ShouldSatisfyAllConditions(h => h.Status.ShouldBe(503), h => h.Description.ShouldBe("Nobody"), h => h["A"].ShouldBe("b"));
        operations[8].Text.ShouldBe("Slow Consumer");
    }

    [Fact]
    public void However_the_stream_is_cut_the_same_is_read()
    {
        var bytes = Encoding.UTF8.GetBytes(Stream);
        var whole = ReadAll(new ReadOnlySequence<byte>(bytes), out _).Select(o => o.Kind).ToArray();
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var first = new ReadOnlySequence<byte>(bytes.AsMemory(0, cut));
            var read = ReadAll(first, out var left).ToList();
            read.AddRange(ReadAll(Pieces(bytes.AsMemory(cut - (int)left)), out left));
            read.Select(o => o.Kind).ShouldBe(whole, $"cut at {cut}");
            left.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData("HELLO\r\n")]
    [InlineData("MSG a\r\n")]
    [InlineData("MSG a 1 2 3 4 5\r\n")]
    [InlineData("MSG a 1 -1\r\n")]
    [InlineData("MSG a 1 99999999999999999999\r\n")]
    [InlineData("MSG a 1 1000001\r\n")]
    [InlineData("MSG a 1 2\r\nabc\r\n")]
    [InlineData("HMSG a 1 9 8\r\n12345678\r\n")]
    [InlineData("HMSG a 1 4 4\r\nabcd\r\n")]
    public void What_is_not_the_protocol_is_refused(string text)
    {
        var buffer = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text));
        Should.Throw<NatsProtocolException>(() => ProtocolReader.TryRead(ref buffer, 1_000_000, out _));
    }

    [Fact]
    public void A_line_without_an_end_is_not_gathered_for_ever()
    {
        var buffer = new ReadOnlySequence<byte>(new byte[ProtocolReader.MaxInfo + 1]);
        Should.Throw<NatsProtocolException>(() => ProtocolReader.TryRead(ref buffer, 1_000_000, out _));
    }

    /// <summary>Mutations of good streams: an operation, more bytes wanted, or a refusal, and never anything else. OMS_FUZZ_CASES for more.</summary>
    [Fact]
    public void Whatever_comes_ends_in_an_operation_or_a_refusal()
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("OMS_FUZZ_CASES") ?? "100000", System.Globalization.CultureInfo.InvariantCulture);
        var chance = new Random(20261121);
        var refused = 0;
        for (var i = 0; i < cases; i++)
        {
            var bytes = Mutate(chance);
            try
            {
                ReadAll(chance.Next(2) == 0 ? new ReadOnlySequence<byte>(bytes) : Pieces(bytes), out _);
            }
            catch (NatsProtocolException)
            {
                refused++;
            }
        }

        refused.ShouldBeInRange(cases / 20, cases - (cases / 20), "the mutations are all good or all bad");
    }

    private static byte[] Mutate(Random chance)
    {
        var bytes = Encoding.UTF8.GetBytes(Stream).ToList();
        for (var n = chance.Next(1, 5); n > 0; n--)
        {
            var at = chance.Next(bytes.Count);
            switch (chance.Next(5))
            {
                case 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, " \r\n0123456789:\t"u8.ToArray()[chance.Next(15)]);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(chance.Next(bytes.Count), 0).Concat(bytes.Skip(chance.Next(bytes.Count)).Take(chance.Next(40))).ToArray());
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(chance.Next(30), bytes.Count - at - 1));
                    break;
            }
        }

        return [.. bytes];
    }

    private static List<ServerOperation> ReadAll(ReadOnlySequence<byte> buffer, out long left)
    {
        var operations = new List<ServerOperation>();
        while (ProtocolReader.TryRead(ref buffer, 1_000_000, out var operation))
            operations.Add(operation);
        left = buffer.Length;
        return operations;
    }

    private static ReadOnlySequence<byte> Pieces(ReadOnlyMemory<byte> bytes)
    {
        Piece? first = null, last = null;
        for (var at = 0; at < bytes.Length; at += 3)
        {
            last = new Piece(bytes.Slice(at, Math.Min(3, bytes.Length - at)), last);
            first ??= last;
        }

        return first is null ? ReadOnlySequence<byte>.Empty : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        internal Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is null)
                return;
            before.Next = this;
            RunningIndex = before.RunningIndex + before.Memory.Length;
        }
    }
}
