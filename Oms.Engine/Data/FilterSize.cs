using System.Collections;
using Oms.Engine.Response;

namespace Oms.Engine.Data;

/// <summary>Holds a filter to its bounds before anything walks it.</summary>
internal static class FilterSize
{
    /// <summary>Refuses a filter beyond the bounds.</summary>
    /// <param name="filter">The coerced filter.</param>
    /// <param name="options">The bounds.</param>
    /// <exception cref="GraphQLException">It is beyond them.</exception>
    public static void Check(IReadOnlyDictionary<string, object?> filter, FilterOptions options)
    {
        if (Weigh(filter, 1, options) is var weight && weight > options.MaxConditions)
            throw Refusal(FilterErrorCodes.TooLarge, $"A filter may hold at most {options.MaxConditions} conditions, values of `in` and `nin` included; this one holds {weight}.");
    }

    private static int Weigh(object? value, int depth, FilterOptions options) => value switch
    {
        IReadOnlyDictionary<string, object?> when depth > options.MaxDepth => throw Refusal(FilterErrorCodes.TooDeep, $"Filters may nest at most {options.MaxDepth} deep."),
        IReadOnlyDictionary<string, object?> conditions => conditions.Sum(c => Weigh(c.Value, depth + 1, options)),
        IEnumerable list and not string => list.Cast<object?>().Sum(item => Weigh(item, depth, options)),
        _ => 1,
    };

    private static GraphQLException Refusal(string code, string message) => new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
}
