namespace Oms.Engine.Types;

/// <summary>At which step of building a schema a violation was found. A later step is not reached when an earlier one finds any.</summary>
public enum SchemaErrorPhase
{
    /// <summary>The document does not follow the grammar.</summary>
    Syntax,

    /// <summary>The document breaks a rule about definitions: unique and known names, directives in their places.</summary>
    Document,

    /// <summary>The types do not fit together (spec 3, type validation).</summary>
    TypeSystem,

    /// <summary>The schema cannot be bound to resolvers.</summary>
    Binding,
}
