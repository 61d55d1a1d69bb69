using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Tests.Data;
using Shouldly;

namespace Oms.Engine.Tests.Paging;

/// <summary>The same people, page by page: from a list, from what can only be walked, and from SQLite.</summary>
internal static class PagedPeople
{
    private const string Sdl = """
        extend type Query {
          list(take: Int): [Person!]! @usePaging(connectionName: "People", includeTotalCount: true) @useFiltering @useSorting
          walked(take: Int): [Person!]! @usePaging(connectionName: "People", includeTotalCount: true) @useFiltering @useSorting
          awaited(take: Int): [Person!]! @usePaging(connectionName: "People", includeTotalCount: true) @useFiltering @useSorting
          table(take: Int): [Person!]! @usePaging(connectionName: "People", includeTotalCount: true) @useFiltering @useSorting
        }
        """;

    /// <summary>The fields, each with the first <c>take</c> people in the order of their ids.</summary>
    internal static readonly string[] Fields = ["list", "walked", "awaited", "table"];

    internal static Task<People> OpenAsync() => People.OpenAsync(graph => graph
        .AddDocumentFromString(Sdl)
        .AddResolver("Query", "list", (int? take) => People.All.Take(take ?? 40).ToArray())
        .AddResolver("Query", "walked", (int? take) => Walk(take ?? 40))
        .AddResolver("Query", "awaited", async (int? take) =>
        {
            await Task.Yield();
            return People.All.Take(take ?? 40).ToList();
        })
        .AddResolver("Query", "table", (int? take, PeopleContext people) => people.People.AsNoTracking().Where(p => p.Id <= (take ?? 40)).OrderBy(p => p.Id))
        .ModifyCostOptions(o => o.EnforceCostLimits = false)
        .ModifyPagingOptions(o => o.MaxPageSize = 50));

    internal static async Task<JsonElement> PageAsync(this People people, string field, string arguments, string selection)
    {
        var answer = await people.AskAsync($"{{ {field}{(arguments.Length == 0 ? "" : $"({arguments})")} {{ {selection} }} }}");
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse($"{field}({arguments}): {errors}");
        return answer.GetProperty("data").GetProperty(field);
    }

    internal static int[] Ids(this JsonElement page) => [.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetInt32())];

    private static IEnumerable<Person> Walk(int take)
    {
        for (var i = 0; i < take; i++)
            yield return People.All[i];
    }
}
