namespace Oms.Graph.Tests.Histories;

/// <summary>What clients did on one branch, and what the branch's log says afterwards.</summary>
/// <param name="Operations">What each client sent and was answered.</param>
/// <param name="Path">The branch's commits, from the one that it was made at to its head.</param>
internal sealed record BranchHistory(IReadOnlyList<ClientOperation> Operations, IReadOnlyList<string> Path);
