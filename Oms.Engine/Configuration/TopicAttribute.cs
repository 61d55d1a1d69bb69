namespace Oms.Engine.Configuration;

/// <summary>The topic a subscription's events come from.</summary>
/// <param name="name">The topic; <c>{argument}</c> stands for an argument's value. Null: the method's name.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class TopicAttribute(string? name = null) : Attribute
{
    /// <summary>The topic; null: the method's name.</summary>
    public string? Name { get; } = name;
}
