using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A definition or extension of an enum.</summary>
public interface IHasEnumValues
{
    /// <summary>The enum values defined here, in source order.</summary>
    ImmutableArray<EnumValueDefinitionNode> Values { get; }
}
