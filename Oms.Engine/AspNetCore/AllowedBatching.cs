namespace Oms.Engine.AspNetCore;

/// <summary>Which kinds of batches an endpoint runs.</summary>
[Flags]
public enum AllowedBatching
{
    /// <summary>None: a request is one JSON object with one set of variables.</summary>
    None = 0,

    /// <summary>One operation with a list of variable sets: <c>variables</c> is an array of objects.</summary>
    VariableBatching = 1,

    /// <summary>A list of requests: the body is an array of objects.</summary>
    RequestBatching = 2,

    /// <summary>Both, also together.</summary>
    All = VariableBatching | RequestBatching,
}
