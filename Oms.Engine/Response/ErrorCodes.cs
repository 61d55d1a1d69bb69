namespace Oms.Engine.Response;

/// <summary>The values of <c>extensions.code</c> that the engine itself gives; the same as Hot Chocolate's where that has one.</summary>
public static class ErrorCodes
{
    /// <summary>What is said beside the document is no GraphQL request.</summary>
    public const string RequestInvalid = "HC0009";

    /// <summary>The document does not follow the grammar.</summary>
    public const string Syntax = "HC0014";

    /// <summary>The document does not validate against the schema.</summary>
    public const string Validation = "HC0016";

    /// <summary>A non-null field or variable had no value.</summary>
    public const string NonNullViolation = "HC0018";

    /// <summary>The request took longer than the execution timeout.</summary>
    public const string Timeout = "HC0045";

    /// <summary>The operation to run is not in the document, or not named although there are several.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>The kind of operation is not let through by this transport.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>A variable's value does not fit its type.</summary>
    public const string VariableCoercion = "VARIABLE_COERCION";

    /// <summary>The field needs an authenticated user.</summary>
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";

    /// <summary>The user may not see the field.</summary>
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";
}
