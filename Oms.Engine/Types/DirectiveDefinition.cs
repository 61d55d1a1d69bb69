using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>A directive (spec 3.13).</summary>
public sealed class DirectiveDefinition : TypeSystemMember
{
    internal DirectiveDefinition(string name)
        : base(name)
    {
    }

    /// <summary>The arguments it takes, in the order of the schema document.</summary>
    public MemberCollection<InputValueDefinition> Arguments { get; internal set; } = MemberCollection<InputValueDefinition>.Empty;

    /// <summary>Where it may be applied.</summary>
    public DirectiveLocations Locations { get; internal set; }

    /// <summary>The names of <see cref="Locations"/> in the order of the schema document.</summary>
    public ImmutableArray<string> LocationNames { get; internal set; } = [];

    /// <summary>Whether it may be applied more than once at one place.</summary>
    public bool IsRepeatable { get; internal set; }

    /// <summary>Whether the specification defines it (spec 3.13.1 to 3.13.5).</summary>
    public bool IsSpecified { get; internal set; }

    /// <summary>The definition in the schema document; null for what the engine brings along.</summary>
    public DirectiveDefinitionNode? DefinitionNode { get; internal set; }

    /// <inheritdoc/>
    public override string Coordinate => "@" + Name;

    /// <inheritdoc/>
    public override Location Location => DefinitionNode?.Location ?? default;
}
