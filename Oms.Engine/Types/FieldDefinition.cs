using Oms.Engine.Execution;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>A field of an object type or interface (spec 3.6).</summary>
public sealed class FieldDefinition : TypeSystemMember
{
    internal FieldDefinition(ComplexType declaringType, string name, int index)
        : base(name)
    {
        DeclaringType = declaringType;
        Index = index;
    }

    /// <summary>The type it belongs to. The meta field <c>__typename</c> belongs to the query type here, though every composite type has it.</summary>
    public ComplexType DeclaringType { get; }

    /// <summary>The number of the field in <see cref="ComplexType.Fields"/>; -1 for meta fields.</summary>
    public int Index { get; }

    /// <summary>The type of its value.</summary>
    public IType Type { get; internal set; } = null!;

    /// <summary>The arguments it takes, in the order of the schema document.</summary>
    public MemberCollection<InputValueDefinition> Arguments { get; internal set; } = MemberCollection<InputValueDefinition>.Empty;

    /// <summary>Why it is deprecated; null when it is not.</summary>
    public string? DeprecationReason { get; internal set; }

    /// <summary>Whether it is deprecated.</summary>
    public bool IsDeprecated => DeprecationReason is not null;

    /// <summary>Whether it is <c>__typename</c>, <c>__schema</c> or <c>__type</c> (spec 4.1, 4.2).</summary>
    public bool IsMetaField => Index < 0;

    /// <summary>The definition in the schema document; null for what the engine brings along.</summary>
    public FieldDefinitionNode? DefinitionNode { get; internal set; }

    /// <summary>What plans of it have in common; null before the first.</summary>
    internal PlannedField? Planned { get; set; }

    /// <inheritdoc/>
    public override string Coordinate => $"{DeclaringType.Name}.{Name}";

    /// <inheritdoc/>
    public override Location Location => DefinitionNode?.Location ?? default;
}
