namespace Oms.Engine.Middleware;

/// <summary>Puts something around the execution of requests. Called once, when the schema is built.</summary>
/// <param name="next">What comes after it; the last executes. Need not be called, and is to be given the same context.</param>
/// <returns>What is done instead.</returns>
public delegate RequestDelegate RequestMiddleware(RequestDelegate next);
