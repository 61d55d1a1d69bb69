using System.Collections.Immutable;
using Oms.Domain.Compatibility.Elements;

namespace Oms.Domain.Proposals;

/// <summary>Which approvals a proposal needs, and which it has: a pure function of its content, its reviews and the target's policy.</summary>
public static class ApprovalRules
{
    /// <summary>Everything that is asked for: by the target, by the cost of the change, by code owners.</summary>
    public static ImmutableArray<ApprovalRequirement> Of(LoadedProposal loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var policy = loaded.Policy;
        var approvers = loaded.Approvals.Select(a => a.Reviewer).Distinct().ToImmutableArray();
        var requirements = ImmutableArray.CreateBuilder<ApprovalRequirement>();
        if (policy.RequiredApprovals > 0)
            requirements.Add(new($"'{loaded.Target.Name}' asks for approval", policy.RequiredApprovals, approvers.Length, []));
        // The cost is only worked out where somebody asks about it.
        if (!policy.BySeverity.IsEmpty && policy.BySeverity.Where(s => s.Severity <= loaded.Change.Severity).MaxBy(s => s.Approvals) is { } severe)
            requirements.Add(new($"the change is of severity {Word(loaded.Change.Severity)}", severe.Approvals, approvers.Length, []));
        foreach (var rule in policy.Owners)
            if (rule.Owns(loaded.Change))
                requirements.Add(new($"{rule.Subject} has code owners", rule.Approvals, approvers.Count(a => rule.Owners.Contains(a)), rule.Owners));
        return requirements.ToImmutable();
    }

    /// <summary>True when all that is asked for is there, and nobody objects.</summary>
    public static bool AreMet(LoadedProposal loaded) => !loaded.Objections.Any() && Of(loaded).All(r => r.Missing == 0);

    /// <summary>Approvals of this very content that are still missing, objections counted as one each; 0 exactly when <see cref="AreMet"/>.</summary>
    public static int Missing(LoadedProposal loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        return Of(loaded).Select(r => r.Missing).DefaultIfEmpty().Max() + loaded.Objections.Count();
    }

    private static string Word(BreakSeverity severity) => severity.ToString().ToUpperInvariant();
}
