namespace Oms.Engine.Limits;

/// <summary>The values of <c>extensions.code</c> for documents beyond a limit; the same as Hot Chocolate's where that has one.</summary>
public static class LimitErrorCodes
{
    /// <summary>The operation costs too much.</summary>
    public const string Cost = "HC0047";

    /// <summary>A list that exactly one argument has to slice is sliced by none or by several.</summary>
    public const string SlicingArguments = "HC0082";

    /// <summary>Introspection is switched off.</summary>
    public const string IntrospectionNotAllowed = "HC0046";

    /// <summary>Introspection nests types or lists too deeply.</summary>
    public const string IntrospectionDepth = "HC0086";

    /// <summary>A field is nested below itself too often.</summary>
    public const string FieldCycleDepth = "HC0087";

    /// <summary>Fields are nested too deeply.</summary>
    public const string ExecutionDepth = "MAX_EXECUTION_DEPTH";

    /// <summary>Too many fields are renamed.</summary>
    public const string Aliases = "MAX_ALIASES";

    /// <summary>Too many fields are selected.</summary>
    public const string Fields = "MAX_FIELDS";

    /// <summary>Too many root fields are selected.</summary>
    public const string RootFields = "MAX_ROOT_FIELDS";

    /// <summary>Too many directives stand at one place.</summary>
    public const string Directives = "MAX_DIRECTIVES";
}
