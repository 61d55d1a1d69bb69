using Microsoft.AspNetCore.Http;
using Oms.Engine.CostAnalysis;

namespace Oms.Engine.AspNetCore;

/// <summary>The header <c>GraphQL-Cost</c>, by which a client asks what its operation costs, as in Hot Chocolate.</summary>
internal static class CostHeader
{
    /// <summary>Reads the header; what it does not know asks for nothing.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What is asked for.</returns>
    public static CostReporting Read(HttpRequest request)
    {
        if (request.Headers["GraphQL-Cost"] is not [{ } value])
            return CostReporting.None;
        if (value.Equals("report", StringComparison.OrdinalIgnoreCase))
            return CostReporting.Report;
        return value.Equals("validate", StringComparison.OrdinalIgnoreCase) ? CostReporting.Validate : CostReporting.None;
    }
}
