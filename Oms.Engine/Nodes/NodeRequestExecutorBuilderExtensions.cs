using Microsoft.Extensions.DependencyInjection.Extensions;
using Oms.Engine.Configuration;
using Oms.Engine.Nodes;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches global object identification on, under Hot Chocolate's names.</summary>
public static class NodeRequestExecutorBuilderExtensions
{
    /// <summary>
    /// Lets clients fetch every object that implements <c>Node</c> by its id: the schema gets <c>node(id:)</c>, <c>nodes(ids:)</c> and the interface, unless it has
    /// them.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddGlobalObjectIdentification(this IRequestExecutorBuilder builder, Action<GlobalObjectIdentificationOptions>? configure = null)
    {
        var options = builder.Setup.GlobalObjectIdentification ??= new GlobalObjectIdentificationOptions();
        configure?.Invoke(options);
        builder.Services.TryAddSingleton<INodeIdSerializer, DefaultNodeIdSerializer>();
        return builder;
    }
}
