using System.Collections.Immutable;
using Oms.Domain.Ontology;
using static Oms.Domain.Compatibility.Elements.RuleShapes;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>What a function returns and how it runs, beside the parameters.</summary>
internal static class FunctionRules
{
    private static readonly ImmutableArray<ElementKind> Here = [ElementKind.FunctionType];

    internal static ImmutableArray<ElementRule> All { get; } =
    [
        Returned("FUNCTION_RETURN_WIDENED", BreakSeverity.High, "BD-BB", "A function returns a type that holds more than before.", "integer becomes long", Relation.Wider),
        Returned("FUNCTION_RETURN_NARROWED", BreakSeverity.Low, "BN-NB", "A function returns a type that holds less than before.", "long becomes integer", Relation.Narrower),
        Returned("FUNCTION_RETURN_CHANGED", BreakSeverity.Critical, "BB-BB", "A function returns an unrelated type.", "string becomes integer", Relation.Unrelated),
        new("FUNCTION_MAY_RETURN_NULL", BreakSeverity.High, "BB-BB", "A function may return nothing from now on.", "price may be null")
        {
            Kinds = Here, Find = Between<FunctionType>((a, b, _) => !a.ReturnsNull && b.ReturnsNull ? $"{b.Name} may return nothing" : null),
        },
        new("FUNCTION_NEVER_RETURNS_NULL", BreakSeverity.None, "NN-NN", "A function always returns something from now on.", "price is never null")
        {
            Kinds = Here, IsAddition = true, Find = Between<FunctionType>((a, b, _) => a.ReturnsNull && !b.ReturnsNull ? $"{b.Name} always returns something" : null),
        },
        new("FUNCTION_SIDE_EFFECTS_ADDED", BreakSeverity.High, "BB-BD", "A call of a function changes something from now on.", "price has side effects")
        {
            Kinds = Here, Find = Between<FunctionType>((a, b, _) => !a.HasSideEffects && b.HasSideEffects ? $"{b.Name} changes something" : null),
        },
        new("FUNCTION_SIDE_EFFECTS_REMOVED", BreakSeverity.Low, "DD-DN", "A call of a function changes nothing any more.", "price has no side effects")
        {
            Kinds = Here, Find = Between<FunctionType>((a, b, _) => a.HasSideEffects && !b.HasSideEffects ? $"{b.Name} changes nothing any more" : null),
        },
        new("FUNCTION_CACHING_CHANGED", BreakSeverity.Medium, "DD-DN", "Results may be kept, or no longer, or for another time.", "results are no longer kept")
        {
            Kinds = Here,
            Find = Between<FunctionType>((a, b, _) => a.IsDeterministic != b.IsDeterministic || a.IsCacheable != b.IsCacheable || a.CacheTtlSeconds != b.CacheTtlSeconds ? $"Results of {b.Name} are kept otherwise" : null),
        },
        new("FUNCTION_RUNTIME_CHANGED", BreakSeverity.Medium, "NN-BN", "Something else runs a function.", "PYTHON becomes SQL")
        {
            Kinds = Here, Find = Between<FunctionType>((a, b, _) => a.Runtime != b.Runtime || a.RuntimeVersion != b.RuntimeVersion || a.Implementation != b.Implementation ? $"{b.Name} is run by something else" : null),
        },
        new("FUNCTION_LIMITS_CHANGED", BreakSeverity.Low, "NN-DN", "A function has other time or memory.", "30 seconds become 5")
        {
            Kinds = Here, Find = Between<FunctionType>((a, b, _) => a.TimeoutMs != b.TimeoutMs || a.MemoryMb != b.MemoryMb ? $"{b.Name} has other time or memory" : null),
        },
    ];

    private static ElementRule Returned(string id, BreakSeverity severity, string verdicts, string sentence, string example, Relation relation) =>
        new(id, severity, verdicts, sentence, example)
        {
            Kinds = Here,
            Find = Between<FunctionType>((a, b, pair) => a.ReturnType != b.ReturnType && TypeLattice.Compare(a.ReturnType, b.ReturnType, pair.New) == relation ? $"{b.Name} returns {SlotRules.Shown(b.ReturnType, pair)} instead of {SlotRules.Shown(a.ReturnType, pair)}" : null),
        };
}
