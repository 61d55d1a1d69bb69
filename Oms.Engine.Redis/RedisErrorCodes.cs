namespace Oms.Engine.Redis;

/// <summary>The values of <c>extensions.code</c> of what fails because Redis is away.</summary>
public static class RedisErrorCodes
{
    /// <summary>A subscription has ended because messages of its topic may have been missed. Whoever subscribes again reads the state anew.</summary>
    public const string SubscriptionInterrupted = "SUBSCRIPTION_INTERRUPTED";

    /// <summary>A subscription can not be opened now, for its messages would not arrive.</summary>
    public const string SubscriptionUnavailable = "SUBSCRIPTION_UNAVAILABLE";
}
