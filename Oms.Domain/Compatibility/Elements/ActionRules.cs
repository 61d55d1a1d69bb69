using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using static Oms.Domain.Compatibility.Elements.RuleShapes;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>What can be done, by whom, and how, beside the parameters.</summary>
internal static class ActionRules
{
    private static readonly ImmutableArray<ElementKind> Here = [ElementKind.ActionType];

    internal static ImmutableArray<ElementRule> All { get; } =
    [
        new("APPLICABILITY_REMOVED", BreakSeverity.High, "BB-BB", "An action no longer applies to a type.", "archive no longer applies to Order")
        {
            Kinds = Here, Find = Gone<ActionType>(Types, (t, name) => $"{t.Name} no longer applies to {name}"),
        },
        new("APPLICABILITY_ADDED", BreakSeverity.None, "NN-NN", "An action applies to a further type.", "archive applies to Invoice")
        {
            Kinds = Here, IsAddition = true, Find = Gone<ActionType>(Types, (t, name) => $"{t.Name} applies to {name}", isAdded: true),
        },
        new("ACTION_PERMISSION_ADDED", BreakSeverity.High, "BB-BN", "An action asks for a further permission; who has it not is refused.", "archive asks for order.archive")
        {
            Kinds = Here, Find = Between<ActionType>((a, b, _) => Listed(b.RequiredPermissions.Except(a.RequiredPermissions)) is { } more ? $"{b.Name} asks for {more}" : null),
        },
        new("ACTION_PERMISSION_REMOVED", BreakSeverity.Low, "NN-DN", "An action no longer asks for a permission.", "archive no longer asks for order.archive")
        {
            Kinds = Here, IsAddition = true, Find = Between<ActionType>((a, b, _) => Listed(a.RequiredPermissions.Except(b.RequiredPermissions)) is { } fewer ? $"{b.Name} no longer asks for {fewer}" : null),
        },
        new("ACTION_APPROVAL_ADDED", BreakSeverity.High, "DD-BN", "Someone has to approve an action from now on.", "archive needs an approval")
        {
            Kinds = Here, Find = Between<ActionType>((a, b, _) => !a.RequiresApproval && b.RequiresApproval ? $"{b.Name} needs an approval" : null),
        },
        new("ACTION_APPROVAL_REMOVED", BreakSeverity.Low, "NN-DN", "Nobody has to approve an action any more.", "archive needs no approval")
        {
            Kinds = Here, Find = Between<ActionType>((a, b, _) => a.RequiresApproval && !b.RequiresApproval ? $"{b.Name} needs no approval" : null),
        },
        new("ACTION_TIMING_CHANGED", BreakSeverity.High, "BB-BB", "A caller waits for an action, or no longer does.", "archive becomes asynchronous")
        {
            Kinds = Here, Find = Between<ActionType>((a, b, _) => a.IsAsync != b.IsAsync ? $"A caller {(b.IsAsync ? "does not wait" : "waits")} for {b.Name}" : null),
        },
        new("ACTION_BATCH_NARROWED", BreakSeverity.Medium, "DB-BN", "One call carries fewer objects than before.", "a batch of 100 becomes one of 10")
        {
            Kinds = Here, Find = Between<ActionType>((a, b, _) => Batch(b) < Batch(a) ? $"One call of {b.Name} carries {Words.Count(Batch(b), "object")} instead of {Batch(a)}" : null),
        },
        new("ACTION_BATCH_WIDENED", BreakSeverity.None, "NN-NN", "One call carries more objects than before.", "a batch of 10 becomes one of 100")
        {
            Kinds = Here, IsAddition = true, Find = Between<ActionType>((a, b, _) => Batch(b) > Batch(a) ? $"One call of {b.Name} carries {Words.Count(Batch(b), "object")} instead of {Batch(a)}" : null),
        },
        new("ACTION_LIMITS_CHANGED", BreakSeverity.Low, "NN-DN", "An execution is tried or waited for otherwise.", "the time-out 300 becomes 60")
        {
            Kinds = Here, Find = Between<ActionType>((a, b, _) => a.MaxRetries != b.MaxRetries || a.TimeoutSeconds != b.TimeoutSeconds ? $"{b.Name} is tried or waited for otherwise" : null),
        },
        new("ACTION_WEBHOOK_CHANGED", BreakSeverity.Medium, "NN-BN", "An action calls another address, or none.", "archive calls another host")
        {
            Kinds = Here, Find = Between<ActionType>((a, b, _) => a.Webhook != b.Webhook ? $"{b.Name} calls {b.Webhook?.Url ?? "nothing"} instead of {a.Webhook?.Url ?? "nothing"}" : null),
        },
        new("ACTION_FUNCTIONS_CHANGED", BreakSeverity.Low, "NN-DN", "An action calls other functions.", "archive calls closeOrder")
        {
            Kinds = Here, Find = Between<ActionType>((a, b, _) => !a.Functions.SequenceEqual(b.Functions) ? $"{b.Name} calls other functions" : null),
        },
        new("ACTION_CATEGORY_CHANGED", BreakSeverity.Low, "NN-DN", "An action is of another category.", "archive becomes an UPDATE")
        {
            Kinds = Here, Find = Between<ActionType>((a, b, _) => a.Category != b.Category ? $"{b.Name} is {Words.Of(b.Category)} instead of {Words.Of(a.Category)}" : null),
        },
    ];

    private static ImmutableArray<ElementId> Types(ActionType action) => [.. action.AppliesTo.Select(a => a.Type)];

    private static int Batch(ActionType action) => action.IsBatchable ? action.BatchSize : 1;

    private static string? Listed(IEnumerable<string> permissions) => string.Join(", ", permissions) is { Length: > 0 } words ? words : null;
}
