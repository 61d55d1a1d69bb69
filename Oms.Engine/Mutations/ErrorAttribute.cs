namespace Oms.Engine.Mutations;

/// <summary>
/// Declares an error of a mutation that follows the conventions: what the resolver throws of it becomes an entry of <c>errors</c> in the payload.
/// Everything else stays an error of the response.
/// </summary>
/// <param name="errorType">
/// An exception, whose public properties are the fields of the error: <c>NameTakenException</c> becomes <c>NameTakenError</c>. Or a class that is made
/// from exceptions: by public constructors that take one exception, or by public static methods <c>CreateErrorFrom</c> that take one and return the error.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class ErrorAttribute(Type errorType) : Attribute
{
    /// <summary>The exception, or the class that is made from exceptions.</summary>
    public Type ErrorType { get; } = errorType;
}
