using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>A value of an enum (spec 3.9).</summary>
public sealed class EnumValue : TypeSystemMember
{
    internal EnumValue(EnumType declaringType, string name, int index)
        : base(name)
    {
        DeclaringType = declaringType;
        Index = index;
    }

    /// <summary>The enum it belongs to.</summary>
    public EnumType DeclaringType { get; }

    /// <summary>The number of the value in <see cref="EnumType.Values"/>.</summary>
    public int Index { get; }

    /// <summary>Why it is deprecated; null when it is not.</summary>
    public string? DeprecationReason { get; internal set; }

    /// <summary>Whether it is deprecated.</summary>
    public bool IsDeprecated => DeprecationReason is not null;

    /// <summary>The definition in the schema document; null for what the engine brings along.</summary>
    public EnumValueDefinitionNode? DefinitionNode { get; internal set; }

    /// <inheritdoc/>
    public override string Coordinate => $"{DeclaringType.Name}.{Name}";

    /// <inheritdoc/>
    public override Location Location => DefinitionNode?.Location ?? default;
}
