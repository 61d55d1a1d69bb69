namespace Oms.Engine.Mutations;

/// <summary>A way from an exception to an error of the graph.</summary>
/// <param name="Exception">The exception, and those derived from it.</param>
/// <param name="ErrorType">The class of the error.</param>
/// <param name="Create">Makes the error.</param>
internal sealed record DeclaredError(Type Exception, Type ErrorType, Func<Exception, object> Create);
