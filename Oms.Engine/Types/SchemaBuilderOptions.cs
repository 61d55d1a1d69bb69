using Oms.Engine.Paging;

namespace Oms.Engine.Types;

/// <summary>How a schema is built.</summary>
public sealed record SchemaBuilderOptions
{
    /// <summary>The defaults.</summary>
    public static SchemaBuilderOptions Default { get; } = new();

    /// <summary>Whether the schema has <c>@defer</c> without defining it; off by default.</summary>
    public bool EnableDefer { get; init; }

    /// <summary>Whether the schema has <c>@stream</c> without defining it; off by default.</summary>
    public bool EnableStream { get; init; }

    /// <summary>
    /// Whether the schema has <c>@requiresOptIn</c> and <c>@optInFeatureStability</c> without defining them, and introspection <c>includeOptIn</c>; off by default.
    /// </summary>
    public bool EnableOptInFeatures { get; init; }

    /// <summary>What the types and arguments are that <c>@usePaging</c> stands for.</summary>
    public PagingOptions Paging { get; init; } = new();

    /// <summary>
    /// Whether the rules of type validation are applied, as they are by default. Schemas published under an earlier edition of the
    /// specification may break rules of this one; with this off they can be read and operations held against them. A schema without a
    /// query root is refused in any case.
    /// </summary>
    public bool StrictValidation { get; init; } = true;

    /// <summary>
    /// How the scalars that the document declares are read and written, by name. A name that is not among them takes any value. By
    /// default <see cref="ScalarCoercion.WellKnown"/>.
    /// </summary>
    public IReadOnlyDictionary<string, ScalarCoercion> ScalarCoercions { get; init; } = ScalarCoercion.WellKnown;
}
