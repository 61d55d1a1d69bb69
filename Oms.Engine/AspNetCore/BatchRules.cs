namespace Oms.Engine.AspNetCore;

/// <summary>Which batches are read, and how large they may be.</summary>
/// <param name="Allowed">The kinds.</param>
/// <param name="MaxSize">How many executions a batch may ask for, over all its requests and sets of variables.</param>
internal readonly record struct BatchRules(AllowedBatching Allowed, int MaxSize)
{
    /// <summary>For messages that are one request each.</summary>
    public static readonly BatchRules None = new(AllowedBatching.None, 1);

    public static BatchRules Of(GraphQLServerOptions options) =>
        new(options.Batching, options.MaxBatchSize == 0 ? int.MaxValue : Math.Max(1, options.MaxBatchSize));

    public bool Allow(AllowedBatching kind) => (Allowed & kind) != 0;

    public TransportRefusal TooLarge() => new(400, TransportErrorCodes.BatchTooLarge, $"A batch may ask for {MaxSize} executions at most.");

    public static TransportRefusal NotAllowed(string message) => new(400, TransportErrorCodes.BatchingNotAllowed, message);
}
