namespace Oms.Engine.Mutations;

/// <summary>Declares an error of a mutation that follows the conventions.</summary>
/// <typeparam name="TError">The exception, or the class that is made from exceptions.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<TError>() : ErrorAttribute(typeof(TError));
