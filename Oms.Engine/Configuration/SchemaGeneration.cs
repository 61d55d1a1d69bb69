using Oms.Engine.Execution;

namespace Oms.Engine.Configuration;

/// <summary>A schema from when it is swapped in to when the next one is.</summary>
/// <param name="Executor">Executes requests against it.</param>
/// <param name="Ended">Cancelled when the next one is there: what waits for events of this one ends.</param>
internal sealed record SchemaGeneration(IRequestExecutor Executor, CancellationToken Ended);
