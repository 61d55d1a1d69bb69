namespace Oms.Engine.Middleware;

/// <summary>
/// The resolver has the services of the request, also where <see cref="Configuration.SchemaOptions.DefaultQueryDependencyInjectionScope"/> or
/// <see cref="Configuration.SchemaOptions.DefaultMutationDependencyInjectionScope"/> says otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseRequestScopeAttribute : Attribute;
