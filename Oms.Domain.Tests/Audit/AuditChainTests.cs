using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Audit;

public sealed class AuditChainTests
{
    [Fact]
    public void A_log_as_written_is_whole()
    {
        var log = Log(20);

        AuditChain.Verify(log).ShouldBe(new AuditVerdict(new AuditLink(20, log[^1].Hash), null));
        AuditChain.Verify([]).Last.ShouldBe(new AuditLink(0, AuditChain.Origin));
    }

    [Fact]
    public void The_hash_of_an_entry_is_fixed_for_good() =>
        AuditChain.Link(Entry(1), 1, AuditChain.Origin).Hash.ShouldBe("e2b78f54112d2d1128e7f28c5aa8144319251a5f6dcb03fb0d862c5cd230dcec");

    [Fact]
    public void Every_random_edit_deletion_insertion_and_swap_is_found_at_its_place()
    {
        var random = new Random(20260301);
        for (var round = 0; round < 2_000; round++)
        {
            var log = Log(12);
            var at = random.Next(1, 10);
            var (damaged, broken) = (round % 4) switch
            {
                0 => (log.SetItem(at, Edit(log[at], random)), at + 1),
                1 => (log.RemoveAt(at), at + 2),
                2 => (log.Insert(at, log[at - 1]), at),
                _ => (log.SetItem(at, log[at + 1]).SetItem(at + 1, log[at]), at + 2),
            };

            AuditChain.Verify(damaged).Break.ShouldNotBeNull($"round {round}").Sequence.ShouldBe(broken, $"round {round}");
        }
    }

    [Fact]
    public void A_cut_tail_and_a_log_computed_anew_are_found_by_a_checkpoint_and_only_by_one()
    {
        var log = Log(10);
        var checkpoint = new AuditLink(8, log[7].Hash);
        var cut = log.RemoveRange(6, 4);
        var anew = Chain(log.SetItem(2, log[2] with { Reason = "another" }));

        AuditChain.Verify(cut).IsWhole.ShouldBeTrue();
        AuditChain.Verify(anew).IsWhole.ShouldBeTrue();
        AuditChain.Verify(cut, checkpoint).Break.ShouldBe(new AuditBreak(7, AuditBreakKind.Missing, "8", "6"));
        AuditChain.Verify(anew, checkpoint).Break.ShouldNotBeNull().ShouldSatisfyAllConditions(
            b => b.Sequence.ShouldBe(8), b => b.Kind.ShouldBe(AuditBreakKind.Checkpoint));
    }

    [Fact]
    public async Task A_stream_is_judged_as_a_list_is()
    {
        var log = Log(10);
        var damaged = log.SetItem(4, log[4] with { Reason = "another" });

        (await AuditChain.VerifyAsync(Stream(damaged), null, TestContext.Current.CancellationToken)).ShouldBe(AuditChain.Verify(damaged));
        (await AuditChain.VerifyAsync(Stream(log), null, TestContext.Current.CancellationToken)).IsWhole.ShouldBeTrue();
    }

    private static async IAsyncEnumerable<AuditEntry> Stream(IEnumerable<AuditEntry> log)
    {
        foreach (var entry in log)
        {
            await Task.Yield();
            yield return entry;
        }
    }

    private static AuditEntry Edit(AuditEntry entry, Random random) => random.Next(6) switch
    {
        0 => entry with { Actor = entry.Actor with { Subject = "eve" } },
        1 => entry with { Time = entry.Time.AddTicks(1) },
        2 => entry with { Success = !entry.Success },
        3 => entry with { Issues = [] },
        4 => entry with { Hash = AuditChain.Origin },
        _ => entry with { Actor = entry.Actor with { IpAddress = null } },
    };

    private static ImmutableArray<AuditEntry> Log(int count) => Chain(Enumerable.Range(1, count).Select(Entry));

    private static ImmutableArray<AuditEntry> Chain(IEnumerable<AuditEntry> entries)
    {
        var log = ImmutableArray.CreateBuilder<AuditEntry>();
        foreach (var entry in entries)
            log.Add(AuditChain.Link(entry, log.Count + 1, log.Count == 0 ? AuditChain.Origin : log[^1].Hash));
        return log.ToImmutable();
    }

    private static AuditEntry Entry(int number) => new()
    {
        Id = $"audit-oms:branch:b{number}:create:20260301T120000Z:1",
        Time = new DateTimeOffset(2026, 3, 1, 12, 0, number, TimeSpan.Zero),
        Actor = new Actor("ann", [Role.Developer, Role.Auditor], "192.0.2.7", "curl/8"),
        Action = "branch.create",
        TargetType = "branch",
        TargetId = $"b{number}",
        Success = true,
        Issues = ["OMS-1", "OMS-2"],
        CorrelationId = $"c-{number}",
    };
}
