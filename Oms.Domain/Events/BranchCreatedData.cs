namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.BranchCreated"/>.</summary>
/// <param name="Name">The branch.</param>
/// <param name="Head">The commit it starts at.</param>
/// <param name="From">The branch it was made from; null when it was made from a commit.</param>
/// <param name="IsProtected">True when it is protected from the start.</param>
public sealed record BranchCreatedData(string Name, string Head, string? From, bool IsProtected);
