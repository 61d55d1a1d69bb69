namespace Oms.Domain.Events;

/// <summary>A type of events.</summary>
/// <param name="Type">Its CloudEvents type.</param>
/// <param name="Data">The record that its data is.</param>
/// <param name="Summary">What happened, as one sentence.</param>
/// <param name="IsOfBranch">True when it is about a branch, which is then the extension <c>branch</c>.</param>
public sealed record EventDescription(string Type, Type Data, string Summary, bool IsOfBranch);
