namespace Oms.Engine.Tests.AspNetCore;

/// <summary>What the resolvers of a host have done.</summary>
internal sealed class Touches
{
    public int Count;

    public int OpenSources;
}
