using System.Collections.Immutable;
using Oms.Domain.Issues;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Engine.Configuration;
using Oms.Graph.Locks;

namespace Oms.Graph.Editing;

/// <summary>Binds every refusal of the domain to the type of its name with the suffix <c>Error</c>.</summary>
internal static class RefusalTypes
{
    /// <summary>Every refusal that the domain has.</summary>
    internal static readonly ImmutableArray<Type> All =
        [.. typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Adds them. Ids are told as text.</summary>
    internal static IRequestExecutorBuilder AddRefusalTypes(this IRequestExecutorBuilder builder)
    {
        foreach (var refusal in All)
            builder.BindRuntimeType(refusal, $"{refusal.Name}Error");
        return builder
            .BindRuntimeType<IssuePattern>()
            .BindRuntimeType<ReferenceUsageNode>("ReferenceUsage")
            .AddResolver("AmbiguousReferenceError", "candidates", ([Parent] AmbiguousReference e) => Texts(e.Candidates))
            .AddResolver("BranchLockedError", "scopes", ([Parent] BranchLocked e) => LockScopeNode.Of(e.Scopes))
            .AddResolver("LockScopeNotHeldError", "scope", ([Parent] LockScopeNotHeld e) => new LockScopeNode(e.Scope))
            .AddResolver("LockScopeNotHeldError", "held", ([Parent] LockScopeNotHeld e) => LockScopeNode.Of(e.Held))
            .AddResolver("BuiltInElementError", "element", ([Parent] BuiltInElement e) => e.Element.Value)
            .AddResolver("DuplicateNameError", "other", ([Parent] DuplicateName e) => e.Other.Value)
            .AddResolver("InterfaceNotSatisfiedError", "objectType", ([Parent] InterfaceNotSatisfied e) => e.ObjectType.Value)
            .AddResolver("InterfaceNotSatisfiedError", "interface", ([Parent] InterfaceNotSatisfied e) => e.Interface.Value)
            .AddResolver("InterfaceNotSatisfiedError", "requirement", ([Parent] InterfaceNotSatisfied e) => e.Requirement.Value)
            .AddResolver("ReferenceCycleError", "elements", ([Parent] ReferenceCycle e) => Texts(e.Elements))
            .AddResolver("ReferencedElementError", "element", ([Parent] ReferencedElement e) => e.Element.Value)
            .AddResolver("ReferencedElementError", "usages", ([Parent] ReferencedElement e) => Usages(e))
            .AddResolver("ReferencedMemberError", "element", ([Parent] ReferencedMember e) => e.Element.Value)
            .AddResolver("ReferencedMemberError", "member", ([Parent] ReferencedMember e) => e.Member.Value)
            .AddResolver("ReferencedMemberError", "by", ([Parent] ReferencedMember e) => e.By.Value);
    }

    private static IReadOnlyList<string> Texts(ImmutableArray<ElementId> ids) => [.. ids.Select(i => i.Value)];

    private static IReadOnlyList<ReferenceUsageNode> Usages(ReferencedElement refusal) => [.. refusal.Usages.Select(u => new ReferenceUsageNode(u))];
}
