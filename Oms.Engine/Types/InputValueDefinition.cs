using Oms.Engine.Constraints;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>An argument of a field or directive, or a field of an input object (spec 3.6.1, 3.10).</summary>
public sealed class InputValueDefinition : TypeSystemMember
{
    internal InputValueDefinition(TypeSystemMember declaringMember, string name, int index)
        : base(name)
    {
        DeclaringMember = declaringMember;
        Index = index;
    }

    /// <summary>The field or directive that takes it, or the input object it belongs to.</summary>
    public TypeSystemMember DeclaringMember { get; }

    /// <summary>The number of the argument or input field among those of its <see cref="DeclaringMember"/>.</summary>
    public int Index { get; }

    /// <summary>Its type.</summary>
    public IType Type { get; internal set; } = null!;

    /// <summary>Its default as written; null when it has none. A default of <c>null</c> is a <see cref="NullValueNode"/>.</summary>
    public ValueNode? DefaultValue { get; internal set; }

    /// <summary>Whether a value must be given: non-null without a default (spec 5.4.3).</summary>
    public bool IsRequired => DefaultValue is null && Type.IsNonNull;

    /// <summary>What <c>@constraint</c> asks of its values; null for nothing.</summary>
    internal InputConstraint? Constraint { get; set; }

    /// <summary>Why it is deprecated; null when it is not.</summary>
    public string? DeprecationReason { get; internal set; }

    /// <summary>Whether it is deprecated.</summary>
    public bool IsDeprecated => DeprecationReason is not null;

    /// <summary>The definition in the schema document; null for what the engine brings along.</summary>
    public InputValueDefinitionNode? DefinitionNode { get; internal set; }

    /// <inheritdoc/>
    public override string Coordinate => DeclaringMember is InputObjectType
        ? $"{DeclaringMember.Coordinate}.{Name}"
        : $"{DeclaringMember.Coordinate}({Name}:)";

    /// <inheritdoc/>
    public override Location Location => DefinitionNode?.Location ?? default;
}
