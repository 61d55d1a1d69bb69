namespace Oms.Engine.Types;

/// <summary>A scalar (spec 3.5).</summary>
public sealed class ScalarType : NamedType
{
    internal ScalarType(string name, ScalarCoercion coercion)
        : base(name)
    {
        Coercion = coercion;
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Scalar;

    /// <summary>Where its format is specified (spec 3.13.4, <c>@specifiedBy</c>); null when that is not said.</summary>
    public string? SpecifiedByUrl { get; internal set; }

    /// <summary>
    /// How its values are read and written. A scalar that the engine does not know by name takes any value
    /// until another coercion is put here, which may happen only before the first request.
    /// </summary>
    public ScalarCoercion Coercion { get; set; }
}
