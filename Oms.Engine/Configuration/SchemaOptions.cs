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

    /// <summary>
    /// Whether the schema has <c>@defer</c>: fields that clients may ask to be delivered later. False by default; a schema document that
    /// defines the directive has it in any case.
    /// </summary>
    public bool EnableDefer { get; set; }

    /// <summary>
    /// Whether the schema has <c>@stream</c>: lists whose items clients may ask to be delivered one after the other. False by default; a
    /// schema document that defines the directive has it in any case.
    /// </summary>
    public bool EnableStream { get; set; }
}
