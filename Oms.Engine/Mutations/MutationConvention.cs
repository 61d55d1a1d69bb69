namespace Oms.Engine.Mutations;

/// <summary>How one field of the mutation type was rewritten.</summary>
/// <param name="FieldName">The field.</param>
/// <param name="InputArgument">The argument that holds the plain ones; null where the field keeps its own.</param>
/// <param name="PayloadField">The field of the payload with what the resolver returns.</param>
/// <param name="ErrorsField">The field of the payload with the errors.</param>
/// <param name="Errors">The errors it declares.</param>
internal sealed record MutationConvention(string FieldName, string? InputArgument, string PayloadField, string ErrorsField, DeclaredErrors Errors);
