using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>What a value of a field's type looks like, layer by layer.</summary>
internal sealed class ValueShape
{
    private ValueShape(IType type)
    {
        Type = type;
        IsNonNull = type.IsNonNull;
        var nullable = type.NullableType;
        Item = nullable.ItemType is { } item ? new ValueShape(item) : null;
        Named = type.NamedType;
        Kind = Named.Kind;
        IsText = Named is ScalarType { Coercion: StringCoercion or IdCoercion };
    }

    /// <summary>The type.</summary>
    public IType Type { get; }

    /// <summary>Whether null is not allowed.</summary>
    public bool IsNonNull { get; }

    /// <summary>The items of a list; null for what is none.</summary>
    public ValueShape? Item { get; }

    /// <summary>The innermost type.</summary>
    public NamedType Named { get; }

    /// <summary>What the innermost type is.</summary>
    public TypeKind Kind { get; }

    /// <summary>Whether a string is written as it is.</summary>
    public bool IsText { get; }

    /// <summary>The shape of a type.</summary>
    public static ValueShape Of(IType type) => new(type);
}
