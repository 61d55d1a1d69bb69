namespace Oms.Engine.Execution;

/// <summary>What came of a request: an <see cref="OperationResult"/> or a <see cref="ResponseStream"/>.</summary>
public interface IExecutionResult : IAsyncDisposable;
