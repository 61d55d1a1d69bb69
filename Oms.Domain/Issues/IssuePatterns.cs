using System.Collections.Immutable;

namespace Oms.Domain.Issues;

/// <summary>The forms of issue ids that are known by name (domain.md 6.8).</summary>
public static class IssuePatterns
{
    /// <summary>Ids of this system's own, <c>OMS-123</c>.</summary>
    public static readonly IssuePattern Internal = new("internal", "OMS-[0-9]{1,9}", "OMS-123");

    /// <summary>Jira: a project key and a number.</summary>
    public static readonly IssuePattern Jira = new("jira", "[A-Z][A-Z0-9]{1,19}-[0-9]{1,9}", "PROJ-123");

    /// <summary>GitHub: a number after a hash sign or <c>GH-</c>.</summary>
    public static readonly IssuePattern GitHub = new("github", "(?:#|GH-)[0-9]{1,9}", "GH-123");

    /// <summary>GitLab: a number after an exclamation mark or <c>GL-</c>.</summary>
    public static readonly IssuePattern GitLab = new("gitlab", "(?:!|GL-)[0-9]{1,9}", "GL-123");

    /// <summary>Azure DevOps: a number after <c>AB#</c>, as it is written in commit messages there, or alone.</summary>
    public static readonly IssuePattern AzureDevOps = new("azure_devops", "(?:AB#)?[0-9]{1,9}", "AB#123");

    /// <summary>Linear: one of its four team keys and a number.</summary>
    public static readonly IssuePattern Linear = new("linear", "(?:ENG|PM|BUG|TASK)-[0-9]{1,9}", "ENG-123");

    /// <summary>All of them; where an id has several forms the first one names its provider.</summary>
    public static readonly ImmutableArray<IssuePattern> All = [Internal, GitHub, GitLab, Linear, AzureDevOps, Jira];

    /// <summary>The form of a provider by its name; null when none is known by it.</summary>
    public static IssuePattern? Find(string provider) => All.FirstOrDefault(p => p.Provider == provider);
}
