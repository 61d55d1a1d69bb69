using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>What attributes may know of the schema that is being bound.</summary>
public interface IDescriptorContext
{
    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; }
}
