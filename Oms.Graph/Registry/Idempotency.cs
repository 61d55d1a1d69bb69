using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>A client's key for a command, and how its stored answer is given again.</summary>
/// <typeparam name="TAnswer">The answer.</typeparam>
/// <param name="Key">The key, with the client's subject before it.</param>
/// <param name="Repeat">The stored answer, or the refusal of a key that was used for another request.</param>
internal sealed record Idempotency<TAnswer>(string Key, Func<IdempotentAnswer, Result<TAnswer>> Repeat);
