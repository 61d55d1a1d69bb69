namespace Oms.Engine.Middleware;

/// <summary>Puts something around the resolving of a field. Called once for each field when the schema is built.</summary>
/// <param name="next">What comes after it; the last is the resolver. Need not be called, and is to be given the same context.</param>
/// <returns>What is done instead.</returns>
public delegate FieldDelegate FieldMiddleware(FieldDelegate next);
