using Oms.Engine.Configuration;

namespace Oms.Graph.Access;

/// <summary>Binds the chapter Access of the contract.</summary>
internal static class AccessTypes
{
    /// <summary>Adds the type and the root field.</summary>
    internal static IRequestExecutorBuilder AddAccessTypes(this IRequestExecutorBuilder builder) => builder
        .AddTypeExtension(typeof(AccessQueries))
        .BindRuntimeType<Me>("Me");
}
