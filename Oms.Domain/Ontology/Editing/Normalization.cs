using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Writes what means the same in the same way, so that it has the same hash, and counts versions of value types.</summary>
internal static class Normalization
{
    internal static void Run(Workspace workspace)
    {
        foreach (var (id, element) in workspace.Touched.ToList())
            if (element is not null)
                workspace.Replace(Versioned(Normal(element), workspace.Before.Find(id)));
    }

    internal static Element Normal(Element element)
    {
        var normal = element with { Tags = [.. element.Tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
        return normal switch
        {
            ObjectType type => type with { Parents = Once(type.Parents), Interfaces = Once(type.Interfaces) },
            // A cascade that does not say how far goes one link far.
            LinkType { CascadeDelete: true, CascadeDepth: null } link => link with { CascadeDepth = 1 },
            Interface contract => contract with { Extends = Once(contract.Extends) },
            ActionType action => action with
            {
                Functions = Once(action.Functions),
                ApprovalRoles = Once(action.ApprovalRoles),
                RequiredPermissions = Once(action.RequiredPermissions),
            },
            _ => normal,
        };
    }

    private static Element Versioned(Element element, Element? before) => (element, before) switch
    {
        (ValueType value, ValueType old) => value with { Version = SameRules(value, old) ? old.Version : old.Version + 1 },
        (ValueType value, _) => value with { Version = 1 },
        _ => element,
    };

    private static bool SameRules(ValueType a, ValueType b) => a.BaseType == b.BaseType && a.Constraints.SequenceEqual(b.Constraints);

    private static ImmutableArray<T> Once<T>(ImmutableArray<T> list) => list.Length < 2 ? list : [.. list.Distinct()];
}
