using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A definition or extension of a union.</summary>
public interface IHasMemberTypes
{
    /// <summary>The member types named here, in source order.</summary>
    ImmutableArray<NamedTypeNode> Types { get; }
}
