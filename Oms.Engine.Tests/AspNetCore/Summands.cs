namespace Oms.Engine.Tests.AspNetCore;

/// <summary>The input object of <see cref="GraphQLHost.Schema"/>.</summary>
internal sealed record Summands(int A, int B);
