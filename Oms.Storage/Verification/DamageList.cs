using System.Collections.Immutable;
using Oms.Domain.Storage;

namespace Oms.Storage.Verification;

/// <summary>What checks have found so far; each thing is named once for each way in which it is broken.</summary>
internal sealed class DamageList
{
    private readonly HashSet<Damage> known = [];
    private readonly ImmutableArray<Damage>.Builder all = ImmutableArray.CreateBuilder<Damage>();

    internal void Add(DamageKind kind, string subject, string message)
    {
        var damage = new Damage(kind, subject, message);
        if (known.Add(damage))
            all.Add(damage);
    }

    internal ImmutableArray<Damage> ToImmutable() => all.ToImmutable();
}
