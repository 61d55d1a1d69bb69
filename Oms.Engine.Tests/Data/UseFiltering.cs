using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Data;

/// <summary>The argument <c>where</c> of <c>@useFiltering</c>, over SQLite by SQL and over lists in memory: both give the same.</summary>
public sealed class UseFiltering
{
    public static TheoryData<string, Func<Person, bool>> Operations => new()
    {
        { "{}", _ => true },
        { "{ name: { eq: \"Ada\" } }", p => p.Name == "Ada" },
        { "{ name: { neq: \"Ada\" } }", p => p.Name != "Ada" },
        { "{ name: { eq: null } }", _ => true },
        { "{ name: null, and: null, or: null }", _ => true },
        { "{ nickname: { eq: null } }", p => p.Nickname is null },
        { "{ nickname: { neq: null } }", p => p.Nickname is not null },
        { "{ nickname: { neq: \"A\" } }", p => p.Nickname != "A" },
        { "{ name: { in: [\"Ada\", \"Bob\"] } }", p => p.Name is "Ada" or "Bob" },
        { "{ name: { in: [] } }", _ => false },
        { "{ name: { nin: [\"Ada\", \"Bob\"] } }", p => p.Name is not ("Ada" or "Bob") },
        { "{ nickname: { in: [null, \"A\"] } }", p => p.Nickname is null or "A" },
        { "{ nickname: { nin: [null, \"A\"] } }", p => p.Nickname is not (null or "A") },
        { "{ name: { contains: \"%\" } }", p => p.Name.Contains('%') },
        { "{ name: { contains: \"_b\" } }", p => p.Name.Contains("_b", StringComparison.Ordinal) },
        { "{ name: { contains: \"'; DROP TABLE People; --\" } }", _ => false },
        { "{ name: { contains: \"\" } }", _ => true },
        { "{ name: { ncontains: \"b\" } }", p => !p.Name.Contains('b') },
        { "{ name: { startsWith: \"a\" } }", p => p.Name.StartsWith('a') },
        { "{ name: { startsWith: \"[\" } }", p => p.Name.StartsWith('[') },
        { "{ name: { nstartsWith: \"A\" } }", p => !p.Name.StartsWith('A') },
        { "{ name: { endsWith: \"B\" } }", p => p.Name.EndsWith('B') },
        { "{ name: { nendsWith: \"b\" } }", p => !p.Name.EndsWith('b') },
        { "{ nickname: { contains: \"%\" } }", p => p.Nickname?.Contains('%') == true },
        { "{ nickname: { ncontains: \"%\" } }", p => p.Nickname?.Contains('%') != true },
        { "{ nickname: { nstartsWith: \"a\" } }", p => p.Nickname?.StartsWith('a') != true },
        { "{ nickname: { nendsWith: \"e\" } }", p => p.Nickname?.EndsWith('e') != true },
        { "{ age: { gt: 25 } }", p => p.Age > 25 },
        { "{ age: { ngt: 25 } }", p => !(p.Age > 25) },
        { "{ age: { gte: 25, lt: 30 } }", p => p.Age is >= 25 and < 30 },
        { "{ age: { ngte: 25 } }", p => !(p.Age >= 25) },
        { "{ age: { nlt: 25 } }", p => !(p.Age < 25) },
        { "{ age: { lte: 25, gt: null } }", p => p.Age <= 25 },
        { "{ age: { nlte: 25 } }", p => !(p.Age <= 25) },
        { "{ shoes: { gt: 40 } }", p => p.Shoes > 40 },
        { "{ shoes: { ngt: 40 } }", p => !(p.Shoes > 40) },
        { "{ shoes: { ngte: 40 } }", p => !(p.Shoes >= 40) },
        { "{ shoes: { nlt: 40 } }", p => !(p.Shoes < 40) },
        { "{ shoes: { nlte: 40 } }", p => !(p.Shoes <= 40) },
        { "{ shoes: { eq: null } }", p => p.Shoes is null },
        { "{ shoes: { in: [40, null] } }", p => p.Shoes is 40 or null },
        { "{ shoes: { nin: [40, 41] } }", p => p.Shoes is not (40 or 41) },
        { "{ height: { gte: 1.75 } }", p => p.Height >= 1.75 },
        { "{ isActive: { eq: true } }", p => p.IsActive },
        { "{ isActive: { neq: true } }", p => !p.IsActive },
        { "{ mood: { eq: VERY_HAPPY } }", p => p.Mood == Mood.VeryHappy },
        { "{ mood: { in: [CALM, CROSS] } }", p => p.Mood is Mood.Calm or Mood.Cross },
        { "{ mood: { nin: [CALM] } }", p => p.Mood != Mood.Calm },
        { "{ born: { gte: \"1990-01-05T02:00:00+02:00\" } }", p => p.Born >= new DateTime(1990, 1, 5, 0, 0, 0, DateTimeKind.Utc) },
        { "{ born: { eq: \"1990-01-02T00:00:00Z\" } }", p => p.Born == new DateTime(1990, 1, 2, 0, 0, 0, DateTimeKind.Utc) },
        { "{ manager: { age: { gt: 25 } } }", p => p.Manager?.Age > 25 },
        { "{ manager: { name: { neq: \"Ada\" } } }", p => p.Manager is { } m && m.Name != "Ada" },
        { "{ manager: { manager: { shoes: { eq: null } } } }", p => p.Manager?.Manager is { Shoes: null } },
        { "{ manager: {} }", p => p.Manager is not null },
        { "{ pets: { any: true } }", p => p.Pets.Count > 0 },
        { "{ pets: { any: false } }", p => p.Pets.Count == 0 },
        { "{ pets: { some: { legs: { gt: 3 } } } }", p => p.Pets.Any(a => a.Legs > 3) },
        { "{ pets: { none: { legs: { gt: 3 } } } }", p => !p.Pets.Any(a => a.Legs > 3) },
        { "{ pets: { all: { legs: { lte: 3 } } } }", p => p.Pets.All(a => a.Legs <= 3) },
        { "{ pets: { some: { or: [{ legs: { eq: 4 } }, { name: { startsWith: \"B\" } }] } } }", p => p.Pets.Any(a => a.Legs == 4 || a.Name.StartsWith('B')) },
        { "{ or: [{ age: { eq: 20 } }, { name: { eq: \"Bob\" }, isActive: { eq: true } }] }", p => p.Age == 20 || (p.Name == "Bob" && p.IsActive) },
        { "{ and: [{ age: { gt: 22 } }, { age: { lt: 28 } }], mood: { neq: CROSS } }", p => p.Age is > 22 and < 28 && p.Mood != Mood.Cross },
        { "{ name: { or: [{ eq: \"Ada\" }, { and: [{ startsWith: \"B\" }, { endsWith: \"b\" }] }] } }", p => p.Name == "Ada" || (p.Name.StartsWith('B') && p.Name.EndsWith('b')) },
        { "{ or: [] }", _ => false },
        { "{ and: [] }", _ => true },
    };

    [Theory]
    [MemberData(nameof(Operations), DisableDiscoveryEnumeration = true)]
    public async Task What_matches_in_memory_matches_in_the_store(string where, Func<Person, bool> matches)
    {
        await using var people = await People.OpenAsync();
        var expected = People.All.Where(matches).Select(p => p.Id).ToArray();
        (await IdsAsync(people, "memory", where)).ShouldBe(expected);
        (await IdsAsync(people, "stored", where)).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Random_filters_mean_the_same_in_memory_and_in_the_store()
    {
        await using var people = await People.OpenAsync();
        var random = new Random(20261121);
        var narrowing = 0;
        for (var i = 0; i < 200; i++)
        {
            var where = RandomFilters.Next(random, 3);
            var inMemory = await IdsAsync(people, "memory", where);
            (await IdsAsync(people, "stored", where)).ShouldBe(inMemory, ignoreOrder: true, where);
            narrowing += inMemory.Length is > 0 and < 40 ? 1 : 0;
        }

        narrowing.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task The_store_filters_by_parameters_and_reads_no_more_than_it_lists()
    {
        await using var people = await People.OpenAsync();
        await IdsAsync(people, "stored", "{ name: { contains: \"b\" }, age: { gt: 21 } }");
        var sql = people.Statements.ShouldHaveSingleItem();
        sql.ShouldContain("WHERE");
        sql.ShouldContain("instr(\"p\".\"Name\", @");
        sql.ShouldNotContain("'b'");
    }

    [Fact]
    public async Task Variables_filter_as_literals_do()
    {
        await using var people = await People.OpenAsync();
        var result = await people.AskAsync(
            "query ($w: PersonFilterInput, $n: String) { memory(where: $w) { id } stored(where: { name: { eq: $n } }) { id } }",
            """{"w":{"name":{"in":["Bob"]}},"n":"Bob"}""");
        var data = result.GetProperty("data");
        data.GetProperty("memory").ToString().ShouldBe(data.GetProperty("stored").ToString());
        data.GetProperty("memory").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task A_filter_nested_too_deeply_is_refused_by_code_and_the_rest_is_answered()
    {
        await using var people = await People.OpenAsync();
        var where = string.Concat(Enumerable.Repeat("{ manager: ", 8)) + "{ name: { eq: \"a\" } }" + new string('}', 8);
        var errors = (await people.AskAsync($"{{ memory(where: {where}) {{ id }} }}")).GetProperty("errors");
        errors[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FILTER_TOO_DEEP");
        errors[0].GetProperty("message").GetString()!.ShouldContain("8 deep");
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("stored")]
    public async Task A_filter_with_too_many_conditions_is_refused_by_code(string field)
    {
        await using var people = await People.OpenAsync();
        var values = string.Join(',', Enumerable.Range(0, 1001));
        var error = (await people.AskAsync($"{{ {field}(where: {{ age: {{ in: [{values}] }} }}) {{ id }} }}")).GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FILTER_TOO_LARGE");
        people.Statements.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bounds_can_be_changed()
    {
        await using var people = await People.OpenAsync(graph => graph.ModifyFilterOptions(o => (o.MaxDepth, o.MaxConditions) = (2, 3)));
        (await people.AskAsync("{ memory(where: { age: { in: [1, 2, 3] } }) { id } }")).TryGetProperty("errors", out _).ShouldBeFalse();
        (await people.AskAsync("{ memory(where: { manager: { age: { eq: 1 } } }) { id } }")).ToString().ShouldContain("FILTER_TOO_DEEP");
        (await people.AskAsync("{ memory(where: { age: { in: [1, 2, 3, 4] } }) { id } }")).ToString().ShouldContain("FILTER_TOO_LARGE");
    }

    [Fact]
    public async Task What_a_caller_may_not_read_can_not_be_filtered_by()
    {
        await using var people = await People.OpenAsync();
        var error = (await people.AskAsync("{ memory(where: { secret: { eq: \"x\" } }) { id } }")).GetProperty("errors")[0];
        error.GetProperty("message").GetString()!.ShouldContain("Input object \"PersonFilterInput\" has no field \"secret\"");
        var refused = await Should.ThrowAsync<SchemaException>(async () =>
            await Requests.Server("type Query { a: [T!]! @useFiltering b: [T!]! @useFiltering @authorize } type T @authorize { x: Int }").BuildRequestExecutorAsync());
        refused.Errors.Count(e => e.Message.Contains("needs it too", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task<int[]> IdsAsync(People people, string field, string where)
    {
        var result = await people.AskAsync($"{{ {field}(where: {where}) {{ id }} }}");
        result.TryGetProperty("errors", out var errors).ShouldBeFalse(string.Create(CultureInfo.InvariantCulture, $"{where}: {errors}"));
        return [.. result.GetProperty("data").GetProperty(field).EnumerateArray().Select(p => p.GetProperty("id").GetInt32())];
    }
}
