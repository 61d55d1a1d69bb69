using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Data;

/// <summary>The argument <c>order</c> of <c>@useSorting</c>, over SQLite by SQL and over lists in memory.</summary>
public sealed class UseSorting
{
    public static TheoryData<string, Func<IEnumerable<Person>, IEnumerable<Person>>> Orders => new()
    {
        { "[]", people => people },
        { "[{ id: DESC }]", people => people.OrderByDescending(p => p.Id) },
        { "[{ name: ASC }, { id: DESC }]", people => people.OrderBy(p => p.Name, StringComparer.Ordinal).ThenByDescending(p => p.Id) },
        { "[{ nickname: ASC }, { id: ASC }]", people => people.OrderBy(p => p.Nickname, StringComparer.Ordinal).ThenBy(p => p.Id) },
        { "[{ shoes: DESC }, { id: ASC }]", people => people.OrderByDescending(p => p.Shoes).ThenBy(p => p.Id) },
        { "[{ mood: DESC, age: ASC }, { id: ASC }]", people => people.OrderBy(p => p.Age).ThenByDescending(p => p.Mood).ThenBy(p => p.Id) },
        { "[{ manager: { age: ASC } }, { id: ASC }]", people => people.OrderBy(p => p.Manager?.Age).ThenBy(p => p.Id) },
        { "[{ manager: { manager: { name: DESC } } }, { id: ASC }]", people => people.OrderByDescending(p => p.Manager?.Manager?.Name, StringComparer.Ordinal).ThenBy(p => p.Id) },
        { "[{ isActive: null, born: ASC }, { id: ASC }]", people => people.OrderBy(p => p.Born).ThenBy(p => p.Id) },
    };

    [Theory]
    [MemberData(nameof(Orders), DisableDiscoveryEnumeration = true)]
    public async Task The_order_in_memory_is_the_order_of_the_store(string order, Func<IEnumerable<Person>, IEnumerable<Person>> sorted)
    {
        await using var people = await People.OpenAsync();
        var expected = sorted(People.All).Select(p => p.Id).ToArray();
        (await IdsAsync(people, "memory", order)).ShouldBe(expected);
        (await IdsAsync(people, "stored", order)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_list_is_filtered_and_ordered_in_one_statement()
    {
        await using var people = await People.OpenAsync();
        var data = (await people.AskAsync("{ stored(where: { age: { gt: 30 } }, order: [{ age: DESC }, { id: ASC }]) { id } }")).GetProperty("data");
        data.GetProperty("stored").EnumerateArray().Select(p => p.GetProperty("id").GetInt32())
            .ShouldBe(People.All.Where(p => p.Age > 30).OrderByDescending(p => p.Age).ThenBy(p => p.Id).Select(p => p.Id));
        people.Statements.ShouldHaveSingleItem().ShouldContain("ORDER BY \"p\".\"Age\" DESC, \"p\".\"Id\"");
    }

    private static async Task<int[]> IdsAsync(People people, string field, string order)
    {
        var result = await people.AskAsync($"{{ {field}(order: {order}) {{ id }} }}");
        result.TryGetProperty("errors", out var errors).ShouldBeFalse($"{order}: {errors}");
        return [.. result.GetProperty("data").GetProperty(field).EnumerateArray().Select(p => p.GetProperty("id").GetInt32())];
    }
}
