namespace Oms.Domain.Compatibility.Elements;

/// <summary>One place where a rule found something.</summary>
/// <param name="Member">The member's name as it was before, or is now where it is new; null for the element itself.</param>
/// <param name="Message">What changed, as a sentence without a full stop.</param>
/// <param name="Inverse">The id of the rule that finds this very change taken back, where it is another than the rule's <see cref="ElementRule.Inverse"/>.</param>
internal readonly record struct Hit(string? Member, string Message, string? Inverse = null);
