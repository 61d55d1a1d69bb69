namespace Oms.Engine.Types;

/// <summary>An enum (spec 3.9).</summary>
public sealed class EnumType : NamedType
{
    internal EnumType(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Enum;

    /// <summary>The values in the order of the schema document.</summary>
    public MemberCollection<EnumValue> Values { get; internal set; } = MemberCollection<EnumValue>.Empty;
}
