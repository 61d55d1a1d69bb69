namespace Oms.Engine.Configuration;

/// <summary>Keeps a member out of the schema binding.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLIgnoreAttribute : Attribute;
