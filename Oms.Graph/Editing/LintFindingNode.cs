using Oms.Domain.Ontology.Naming;

namespace Oms.Graph.Editing;

/// <summary>GraphQL type <c>LintFinding</c>.</summary>
internal sealed class LintFindingNode(LintFinding finding)
{
    public string RuleId => finding.RuleId;

    public string Element => finding.Element.Value;

    public string? Member => finding.Member?.Value;

    public IReadOnlyList<string> Path => finding.Path;

    public string Message => finding.Message;

    public string? Suggestion => finding.Suggestion;
}
