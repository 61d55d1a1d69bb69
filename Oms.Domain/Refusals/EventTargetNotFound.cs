using System.Collections.Immutable;

namespace Oms.Domain.Refusals;

/// <summary>A route names a target that this registry does not have.</summary>
/// <param name="Target">The target.</param>
/// <param name="Known">Those there are.</param>
public sealed record EventTargetNotFound(string Target, ImmutableArray<string> Known) : Refusal(
    "EVENT_TARGET_NOT_FOUND",
    $"There is no target '{Target}' here; there are: {(Known.IsEmpty ? "none" : string.Join(", ", Known))}.");
