namespace Oms.Engine.Execution;

/// <summary>What a field that fails does to the response, as clients choose it by <c>onError</c> (GraphQL working group, proposal "onError").</summary>
public enum ErrorHandlingMode : byte
{
    /// <summary>A field that may not be null takes what is around it with it (spec 6.4.4).</summary>
    Propagate,

    /// <summary>The field is null where it stands, also where its type is non-null; the error says so.</summary>
    Null,

    /// <summary><c>data</c> is null, and the response has the first error only.</summary>
    Halt,
}
