namespace Oms.Domain.Import.SchemaOrg;

/// <summary>The data types that the data types of schema.org become.</summary>
internal static class DataRanges
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [Vocabulary.Base + "Boolean"] = "boolean",
        [Vocabulary.Base + "Date"] = "date",
        [Vocabulary.Base + "DateTime"] = "datetime",
        [Vocabulary.Base + "Time"] = "time",
        [Vocabulary.Base + "Number"] = "double",
        [Vocabulary.Base + "Float"] = "double",
        [Vocabulary.Base + "Integer"] = "long",
        [Vocabulary.Base + "Text"] = "string",
    };

    /// <summary>The data type of a class of values: its own, else that of a class above it, else string, which every value can be written as.</summary>
    internal static string TypeOf(string range, TermGraph graph) =>
        Known.TryGetValue(range, out var own) ? own : graph.AncestorsOf(range).Select(Known.GetValueOrDefault).FirstOrDefault(t => t is not null, "string")!;

    /// <summary>
    /// One data type that holds the values of several: a number for numbers, a moment for days and moments (a day begins at midnight), else a
    /// text. Null stands for a value type.
    /// </summary>
    internal static string Widest(IEnumerable<string?> types)
    {
        var set = types.ToHashSet();
        return set.IsSubsetOf(["double", "long"]) ? "double" : set.IsSubsetOf(["date", "datetime"]) ? "datetime" : "string";
    }
}
