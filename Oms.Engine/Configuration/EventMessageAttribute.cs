namespace Oms.Engine.Configuration;

/// <summary>The parameter takes the event of the subscription that is being answered.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
