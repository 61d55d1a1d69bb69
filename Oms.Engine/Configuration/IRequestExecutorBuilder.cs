using Microsoft.Extensions.DependencyInjection;

namespace Oms.Engine.Configuration;

/// <summary>Collects what a GraphQL server is made of; made by <c>services.AddGraphQLServer()</c>. The methods are extensions.</summary>
public interface IRequestExecutorBuilder
{
    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>What has been collected so far.</summary>
    public SchemaSetup Setup { get; }
}
