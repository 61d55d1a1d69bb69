namespace Oms.Engine.Configuration;

/// <summary>The parameter takes a service of the request. Implied where the parameter's type is a registered service.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
