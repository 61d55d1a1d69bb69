using StackExchange.Redis;

namespace Oms.Engine.Redis;

/// <summary>A topic that this process hears of.</summary>
/// <param name="Handler">What takes its messages.</param>
/// <param name="Opened">Ends when the server has acknowledged the subscription.</param>
internal sealed record RedisTopic(Action<RedisChannel, RedisValue> Handler, Task Opened);
