using Oms.Domain.Locks;

namespace Oms.Graph.Locks;

/// <summary>GraphQL input <c>LockProgressInput</c>.</summary>
internal sealed record LockProgressInput(int Percent, string Message)
{
    internal LockProgress ToProgress() => new(Percent, Message);
}
