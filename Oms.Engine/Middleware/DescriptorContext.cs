using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>The schema that is being bound.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Services">The application's services.</param>
internal sealed record DescriptorContext(Schema Schema, IServiceProvider Services) : IDescriptorContext;
