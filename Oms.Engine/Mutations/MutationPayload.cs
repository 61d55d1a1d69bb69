namespace Oms.Engine.Mutations;

/// <summary>What a mutation that follows the conventions comes to: its result, or the errors it declares.</summary>
/// <param name="Data">What the resolver returned; null when it failed.</param>
/// <param name="Errors">The errors; null when there are none.</param>
internal sealed record MutationPayload(object? Data, IReadOnlyList<object>? Errors);
