using System.Collections.Immutable;
using Oms.Domain.Ontology.Naming;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>The naming convention of a branch, as data (domain.md 1.15).</summary>
public sealed record NamingPolicy
{
    /// <summary>True when a change that brings a name against it is refused; else it is told only.</summary>
    public bool IsEnforced { get; init; }

    /// <summary>The rules for names of elements, each kind once; kinds without one are free.</summary>
    public ImmutableArray<KindNaming> Elements { get; init; } = [];

    /// <summary>The rule for names of properties, fields, parameters and link ends.</summary>
    public NamingRule Members { get; init; } = new();

    /// <summary>Words that are no names, unless a rule allows them.</summary>
    public ImmutableArray<string> ReservedWords { get; init; } = [];

    /// <summary>The convention, ready to check by.</summary>
    public NamingConvention ToConvention() => new(Elements.ToDictionary(e => e.Kind, e => e.Rule), Members, ReservedWords);
}
