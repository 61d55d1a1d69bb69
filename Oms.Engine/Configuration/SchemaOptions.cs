namespace Oms.Engine.Configuration;

/// <summary>How the schema is built and bound.</summary>
public sealed class SchemaOptions
{
    /// <summary>
    /// Whether every field of a root type has to say who may use it, by <c>@authorize</c> or <c>@public</c> on itself or its type.
    /// Fields that do not stop the start.
    /// </summary>
    public bool RequireExplicitAuthorization { get; set; }

    /// <summary>
    /// Whether a field without a resolver stops the start; true by default. When false such fields are resolved from dictionaries or are null.
    /// </summary>
    public bool StrictBinding { get; set; } = true;
}
