namespace Oms.Domain.Refusals;

/// <summary>A definition whose parts do not fit together.</summary>
/// <param name="Rule">A stable id of the rule, such as <c>symmetric_is_bidirectional</c>.</param>
/// <param name="Message">What does not fit, and what to do.</param>
public sealed record InvalidDefinition(string Rule, string Message) : Refusal("INVALID_DEFINITION", Message);
