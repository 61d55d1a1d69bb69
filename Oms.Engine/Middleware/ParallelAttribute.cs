namespace Oms.Engine.Middleware;

/// <summary>The resolver may run beside others, also where <see cref="Configuration.SchemaOptions.DefaultResolverStrategy"/> says serial.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ParallelAttribute : Attribute;
