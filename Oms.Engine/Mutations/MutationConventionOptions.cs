namespace Oms.Engine.Mutations;

/// <summary>How mutations that follow the conventions are called and shaped. In the patterns <c>{MutationName}</c> stands for the field's name in PascalCase.</summary>
public sealed class MutationConventionOptions
{
    /// <summary>Whether every field of the mutation type follows the conventions, true by default; otherwise those with <c>@useMutationConvention</c>.</summary>
    public bool ApplyToAllMutations { get; set; } = true;

    /// <summary>The name of the input object that takes the arguments.</summary>
    public string InputTypeNamePattern { get; set; } = "{MutationName}Input";

    /// <summary>The name of the one argument.</summary>
    public string InputArgumentName { get; set; } = "input";

    /// <summary>The name of the object type that is returned.</summary>
    public string PayloadTypeNamePattern { get; set; } = "{MutationName}Payload";

    /// <summary>The name of the union of the errors a mutation declares.</summary>
    public string PayloadErrorTypeNamePattern { get; set; } = "{MutationName}Error";

    /// <summary>The field of the payload that lists the errors.</summary>
    public string PayloadErrorsFieldName { get; set; } = "errors";
}
