namespace Oms.Engine.DataLoader;

/// <summary>Decides when the keys that loaders have collected are fetched: when no resolver of the request has anything left to do but wait.</summary>
public interface IBatchScheduler
{
    /// <summary>Has a batch fetched later.</summary>
    /// <param name="fetch">Fetches and never fails; its result hands the values, or the failure, to those who wait.</param>
    public void Schedule(Func<Task<Action>> fetch);
}
