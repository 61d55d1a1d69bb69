namespace Oms.Engine.Configuration;

/// <summary>The parameter takes the object the field is resolved on.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;
