using System.Globalization;
using System.Text.Json;
using Oms.Engine.Tests.Data;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Paging;

/// <summary>
/// The rules of Relay's cursor connections (sections 4 and 5), against a model that walks the whole list: for a list, for what can only be walked, for
/// what is awaited, and for SQLite.
/// </summary>
public sealed class CursorConnectionRules
{
    private const string Selection = "totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

    public static TheoryData<string> Fields => [.. PagedPeople.Fields];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_page_is_what_the_algorithm_of_the_specification_leaves(string field)
    {
        await using var people = await PagedPeople.OpenAsync();
        var cursors = (await people.PageAsync(field, "first: 40", "edges { cursor }")).GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("cursor").GetString()!).ToArray();
        cursors.Distinct().Count().ShouldBe(40);
        var random = new Random(20261121);
        for (var i = 0; i < 150; i++)
        {
            var take = random.Next(0, 9);
            int? after = random.Next(2) == 0 ? random.Next(0, 10) : null;
            int? before = random.Next(2) == 0 ? random.Next(0, 10) : null;
            (int? first, int? last) = random.Next(3) switch { 0 => ((int?)random.Next(0, 12), (int?)null), 1 => (null, random.Next(0, 12)), _ => (null, null) };
            string?[] given =
            [
                $"take: {take}", Given("first", first), Given("last", last), after is { } a ? $"after: \"{cursors[a]}\"" : null, before is { } b ? $"before: \"{cursors[b]}\"" : null,
            ];
            // What is selected decides how the list is read.
            var selection = random.Next(2) == 0 ? Selection : Selection.Replace("totalCount ", "", StringComparison.Ordinal);
            Check(await people.PageAsync(field, string.Join(", ", given.OfType<string>()), selection), cursors, take, after, before, first ?? (last is null ? 10 : null), last);
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Reading_on_from_each_end_cursor_meets_every_item_once(string field)
    {
        await using var people = await PagedPeople.OpenAsync();
        const string Order = "where: { age: { gt: 21 } }, order: [{ age: DESC }, { id: ASC }]";
        var expected = People.All.Where(p => p.Age > 21).OrderByDescending(p => p.Age).ThenBy(p => p.Id).Select(p => p.Id).ToArray();
        List<int> forward = [], backward = [];
        for (string? after = null; ;)
        {
            var page = await people.PageAsync(field, $"first: 7, {Order}{(after is null ? "" : $", after: \"{after}\"")}", Selection);
            forward.AddRange(page.Ids());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        for (string? before = null; ;)
        {
            var page = await people.PageAsync(field, $"last: 7, {Order}{(before is null ? "" : $", before: \"{before}\"")}", Selection);
            backward.InsertRange(0, page.Ids());
            if (!page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean())
                break;
            before = page.GetProperty("pageInfo").GetProperty("startCursor").GetString();
        }

        forward.ShouldBe(expected);
        backward.ShouldBe(expected);
    }

    private static void Check(JsonElement page, string[] cursors, int count, int? after, int? before, int? first, int? last)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"{count} items, after {after}, before {before}, first {first}, last {last}");
        var between = Enumerable.Range(0, count).Where(i => (after is null || i > after) && (before is null || i < before)).ToArray();
        var expected = first is { } f ? [.. between.Take(f)] : between.TakeLast(last!.Value).ToArray();
        page.Ids().ShouldBe(expected.Select(i => i + 1), what);
        var edges = page.GetProperty("edges").EnumerateArray().ToArray();
        edges.Select(e => e.GetProperty("node").GetProperty("id").GetInt32()).ShouldBe(expected.Select(i => i + 1), what);
        edges.Select(e => e.GetProperty("cursor").GetString()).ShouldBe(expected.Select(i => cursors[i]), what);
        if (page.TryGetProperty("totalCount", out var total))
            total.GetInt32().ShouldBe(count, what);
        var info = page.GetProperty("pageInfo");
        info.GetProperty("startCursor").GetString().ShouldBe(expected.Length == 0 ? null : cursors[expected[0]], what);
        info.GetProperty("endCursor").GetString().ShouldBe(expected.Length == 0 ? null : cursors[expected[^1]], what);
        var (hasNext, hasPrevious) = (info.GetProperty("hasNextPage").GetBoolean(), info.GetProperty("hasPreviousPage").GetBoolean());
        if (expected.Length > 0)
            (hasPrevious, hasNext).ShouldBe((expected[0] > 0, expected[^1] < count - 1), what);
        else if (count == 0)
            (hasPrevious, hasNext).ShouldBe((false, false), what);
        else
            (hasNext || hasPrevious).ShouldBeTrue(what);
        if (first is { } size)
            (hasNext || between.Length <= size).ShouldBeTrue(what);
        if (last is { } fromEnd)
            (hasPrevious || between.Length <= fromEnd).ShouldBeTrue(what);
    }

    private static string? Given(string name, int? value) => value is null ? null : string.Create(CultureInfo.InvariantCulture, $"{name}: {value}");
}
