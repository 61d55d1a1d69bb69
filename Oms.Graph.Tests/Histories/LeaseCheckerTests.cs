using System.Text.Json;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Histories;

public sealed class LeaseCheckerTests
{
    private const string Taken = """{"action":"lock.acquire","targetType":"lock","targetId":"b","success":true,"actor":{"subject":"ix"},"before":null,"after":{"id":"l1","holder":"ix","scopes":[{"kind":"OBJECT_TYPE"}]}}""";
    private const string Whole = """{"action":"lock.acquire","targetType":"lock","targetId":"b","success":true,"actor":{"subject":"bob"},"before":null,"after":{"id":"l2","holder":"bob","scopes":[{}]}}""";
    private const string Expired = """{"action":"lock.expire","targetType":"lock","targetId":"b","success":true,"actor":{"subject":"system"},"before":{"id":"l1"},"after":null}""";

    [Fact]
    public void The_holder_and_others_outside_may_write_and_anybody_after_the_end() =>
        Check(Taken, Written("ix", "object_type"), Written("ann", "interface"), Expired, Written("ann", "object_type"), Whole, Written("bob", "interface")).ShouldBeEmpty();

    [Fact]
    public void A_write_inside_is_found() => Check(Taken, Written("ann", "object_type")).ShouldHaveSingleItem().ShouldContain("inside the lease of ix");

    [Fact]
    public void Overlapping_leases_are_found() => Check(Taken, Whole).ShouldHaveSingleItem().ShouldContain("took a lock inside");

    [Fact]
    public void What_was_refused_is_no_write() => Check(Taken, Written("ann", "object_type").Replace("true", "false", StringComparison.Ordinal)).ShouldBeEmpty();

    private static string Written(string actor, string kind) =>
        $$$"""{"action":"{{{kind}}}.create","targetType":"{{{kind}}}","targetId":"e","success":true,"actor":{"subject":"{{{actor}}}"},"before":null,"after":{}}""";

    private static IReadOnlyList<string> Check(params string[] entries) => LeaseChecker.Check(entries.Select(e => JsonElement.Parse(e)));
}
