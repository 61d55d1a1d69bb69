using Microsoft.Extensions.DependencyInjection;

namespace Oms.Engine.Configuration;

/// <summary>The builder behind <c>AddGraphQLServer</c>; also starts an executor that needs no web server.</summary>
public sealed class RequestExecutorBuilder : IRequestExecutorBuilder
{
    internal RequestExecutorBuilder(IServiceCollection services)
    {
        Services = services;
    }

    /// <inheritdoc/>
    public IServiceCollection Services { get; }

    /// <inheritdoc/>
    public SchemaSetup Setup { get; } = new();
}
