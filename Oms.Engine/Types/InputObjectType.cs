namespace Oms.Engine.Types;

/// <summary>An input object (spec 3.10).</summary>
public sealed class InputObjectType : NamedType
{
    internal InputObjectType(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.InputObject;

    /// <summary>The input fields in the order of the schema document.</summary>
    public MemberCollection<InputValueDefinition> Fields { get; internal set; } = MemberCollection<InputValueDefinition>.Empty;

    /// <summary>Whether exactly one of its fields must be given, and not null (spec 3.10.1, <c>@oneOf</c>).</summary>
    public bool IsOneOf { get; internal set; }

    /// <summary>Whether a <c>@constraint</c> holds for one of its fields, or below them.</summary>
    internal bool HasConstraints { get; set; }
}
