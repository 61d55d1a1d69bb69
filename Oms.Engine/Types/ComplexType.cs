using System.Collections.Immutable;

namespace Oms.Engine.Types;

/// <summary>A type with fields: an object type or an interface.</summary>
public abstract class ComplexType : NamedType
{
    private protected ComplexType(string name)
        : base(name)
    {
    }

    /// <summary>The fields, without the meta field <c>__typename</c>.</summary>
    public MemberCollection<FieldDefinition> Fields { get; internal set; } = MemberCollection<FieldDefinition>.Empty;

    /// <summary>The interfaces it declares to implement; in a valid schema these include those they implement in turn.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; internal set; } = [];

    /// <summary>Whether it declares to implement an interface.</summary>
    /// <param name="type">The interface.</param>
    public bool Implements(InterfaceType type) => Interfaces.Contains(type);
}
