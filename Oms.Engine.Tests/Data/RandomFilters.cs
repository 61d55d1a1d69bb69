namespace Oms.Engine.Tests.Data;

/// <summary>Filters over <see cref="Person"/>, made by chance from a seed.</summary>
internal static class RandomFilters
{
    private static readonly string[] Texts = ["\"Ada\"", "\"a\"", "\"b\"", "\"%\"", "\"_\"", "\"\"", "\"Bo\"", "\"É\"", "\"O'\""];
    private static readonly string[] TextOperations = ["eq", "neq", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];
    private static readonly string[] NumberOperations = ["eq", "neq", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    private static readonly string[] Moods = ["CALM", "VERY_HAPPY", "CROSS"];

    internal static string Next(Random random, int depth) => $"{{ {string.Join(", ", Members(random, depth).DistinctBy(m => m[..m.IndexOf(':', StringComparison.Ordinal)]))} }}";

    private static IEnumerable<string> Members(Random random, int depth)
    {
        for (var i = random.Next(1, 3); i > 0; i--)
            yield return random.Next(depth > 0 ? 10 : 6) switch
            {
                0 => $"name: {Text(random)}",
                1 => $"nickname: {Text(random)}",
                2 => $"age: {{ {Pick(random, NumberOperations)}: {random.Next(20, 33)} }}",
                3 => $"shoes: {{ {Pick(random, NumberOperations)}: {(random.Next(5) == 0 ? "null" : random.Next(36, 45))} }}",
                4 => $"mood: {{ {Pick(random, ["eq", "neq"])}: {Pick(random, Moods)} }}",
                5 => $"isActive: {{ {Pick(random, ["eq", "neq"])}: true }}",
                6 => $"manager: {Next(random, depth - 1)}",
                7 => $"pets: {{ {Pick(random, ["some", "none", "all"])}: {{ legs: {{ {Pick(random, NumberOperations)}: {random.Next(5)} }} }} }}",
                8 => $"or: [{Next(random, depth - 1)}, {Next(random, depth - 1)}]",
                _ => $"and: [{Next(random, depth - 1)}]",
            };
    }

    private static string Text(Random random) => random.Next(4) == 0
        ? $"{{ {Pick(random, ["in", "nin"])}: [{Pick(random, Texts)}, {Pick(random, Texts)}] }}"
        : $"{{ {Pick(random, TextOperations)}: {Pick(random, Texts)} }}";

    private static string Pick(Random random, string[] of) => of[random.Next(of.Length)];
}
