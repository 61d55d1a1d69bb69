using System.Text.Json;

namespace Oms.Engine.Conformance;

/// <summary>What the engine is asked in each category of cases.</summary>
internal static class CaseEvaluation
{
    private static readonly Dictionary<string, Func<JsonElement, object>> ByCategory = new(StringComparer.Ordinal)
    {
        ["parse"] = LanguageCases.Parse,
        ["parseValue"] = LanguageCases.ParseValue,
        ["parseType"] = LanguageCases.ParseType,
        ["lex"] = LanguageCases.Lex,
        ["print"] = LanguageCases.Print,
        ["schema"] = SchemaCases.Build,
        ["printSchema"] = SchemaCases.Print,
        ["coordinate"] = SchemaCases.Coordinate,
        ["breaking"] = SchemaCases.Compare,
        ["validate"] = SchemaCases.Validate,
        ["coerce"] = ExecutionCases.Coerce,
        ["args"] = ExecutionCases.Execute,
        ["execute"] = ExecutionCases.Execute,
        ["introspect"] = ExecutionCases.Execute,
        ["introspectMeta"] = ExecutionCases.Execute,
        ["incremental"] = IncrementalCases.Execute,
        ["subscribe"] = ExecutionCases.Subscribe,
    };

    /// <returns>Null for a category the engine does not support.</returns>
    public static Func<JsonElement, object>? Find(string category) => ByCategory.GetValueOrDefault(category);
}
